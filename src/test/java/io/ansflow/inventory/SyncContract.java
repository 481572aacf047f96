package io.ansflow.inventory;

import static io.ansflow.inventory.TableRows.configMap;
import static io.ansflow.inventory.TableRows.node;
import static io.ansflow.inventory.TableRows.pod;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.base.ClusterId;
import io.ansflow.base.StoredTimes;
import io.ansflow.jobs.Leases.Lease;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.TableApi.ListRequest;
import io.ansflow.testing.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutor;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContextHolder;

/** What a sync makes of what a cluster answers, on every database. */
abstract class SyncContract extends InventoryTest {
    private static final ClusterFailure FORBIDDEN = ClusterFailure.of(FailureCode.FORBIDDEN, "list", "pods");
    private static final ClusterFailure RESET =
            ClusterFailure.of(FailureCode.CONNECTION_FAILED, "one.example:443", "reset");
    private static final ClusterFailure TOO_LARGE =
            ClusterFailure.of(FailureCode.RESPONSE_TOO_LARGE, "GET /api/v1/pods", "512");

    @Autowired
    ClusterSyncs syncs;

    @Test
    void stores_all_there_is() {
        ClusterId one = registered("one");
        put(fake("one"), pod("shop", "web-1"), pod("shop", "web-2"), node("n1"));

        Map<String, KindResult> results = synced(one);

        assertThat(results).hasSameSizeAs(inventory.kinds());
        assertResult(Entry.of(results, "pods"), SyncStatus.OK, SyncMode.FULL, 2, 2, 0, 0);
        assertResult(Entry.of(results, "secrets"), SyncStatus.OK, SyncMode.FULL, 0, 0, 0, 0);
        assertThat(Entry.of(results, "pods").bytes()).isEqualTo(200);
        assertThat(names(PODS)).containsExactly("shop/web-1", "shop/web-2");
        assertThat(names(NODES)).containsExactly("/n1");
        KindState state = state(one, PODS);
        assertThat(state.status()).isEqualTo(SyncStatus.OK);
        assertThat(state.rows()).isEqualTo(2);
        assertThat(state.asOf()).isEqualTo(clock.instant());
        assertThat(state.fullAt()).isEqualTo(clock.instant());
        assertThat(state.stale()).isFalse();
    }

    @Test
    void reads_only_what_changed_since_and_writes_only_that() {
        ClusterId one = registered("one");
        put(fake("one"), pod("shop", "stays"), pod("shop", "changes"), pod("shop", "goes"));
        synced(one);
        List<Object> untouched = row("stays");

        fake("one").delete("pods", "shop", "goes");
        put(fake("one"), pod("shop", "comes"), pod("shop", "changes").status("CrashLoopBackOff"));
        assertResult(Entry.of(synced(one), "pods"), SyncStatus.OK, SyncMode.CATCH_UP, 3, 1, 1, 1);

        assertThat(names(PODS)).containsExactly("shop/changes", "shop/comes", "shop/stays");
        assertThat(find(one, "changes").health()).isEqualTo(Health.FAILED);
        assertThat(row("stays")).isEqualTo(untouched);
        assertResult(Entry.of(synced(one), "pods"), SyncStatus.OK, SyncMode.CATCH_UP, 3, 0, 0, 0);
        assertResult(Entry.of(synced(one, true), "pods"), SyncStatus.OK, SyncMode.FULL, 3, 0, 0, 0);
        assertThat(row("stays")).isEqualTo(untouched);
    }

    @Test
    void of_many_changes_the_last_one_counts() {
        ClusterId one = registered("one");
        put(fake("one"), pod("shop", "again"), pod("shop", "twice"), pod("shop", "away"));
        synced(one);
        String uid = find(one, "again").uid();

        fake("one").delete("pods", "shop", "again");
        put(fake("one"), pod("shop", "again"), pod("shop", "twice").status("Pending"), pod("shop", "away"));
        put(fake("one"), pod("shop", "twice").status("Error"), pod("shop", "brief"));
        fake("one").delete("pods", "shop", "away");
        fake("one").delete("pods", "shop", "brief");

        assertResult(Entry.of(synced(one), "pods"), SyncStatus.OK, SyncMode.CATCH_UP, 2, 0, 2, 1);
        assertThat(find(one, "again").uid()).isNotEqualTo(uid);
        assertThat(find(one, "twice").status()).isEqualTo("Error");
        assertThat(names(PODS)).containsExactly("shop/again", "shop/twice");
    }

    @Test
    void many_rows_are_written_in_many_transactions_and_all_of_them() {
        ClusterId one = registered("one");
        IntStream.range(0, 1_703).forEach(i -> fake("one").put(pod("ns-" + i % 7, "pod-" + i)));
        assertResult(Entry.of(synced(one), "pods"), SyncStatus.OK, SyncMode.FULL, 1_703, 1_703, 0, 0);
        assertThat(names(PODS)).hasSize(1_703).doesNotHaveDuplicates();

        IntStream.range(0, 1_703)
                .filter(i -> i % 3 == 0)
                .forEach(i -> fake("one").delete("pods", "ns-" + i % 7, "pod-" + i));
        IntStream.range(2_000, 3_001).forEach(i -> fake("one").put(pod("ns-1", "pod-" + i)));
        assertResult(Entry.of(synced(one), "pods"), SyncStatus.OK, SyncMode.CATCH_UP, 2_136, 1_001, 0, 568);
        assertMirrors(one, "one", PODS);
    }

    @Test
    void reads_everything_where_the_cluster_has_forgotten_what_changed() {
        ClusterId one = registered("one");
        put(fake("one"), pod("shop", "web"), pod("shop", "gone"));
        synced(one);

        fake("one").delete("pods", "shop", "gone");
        fake("one").forgetHistory("pods");
        // What the watch still tells before it says that it has forgotten must not come twice.
        IntStream.range(0, 600).forEach(i -> fake("one").put(pod("shop", "new-" + i)));

        assertResult(Entry.of(synced(one), "pods"), SyncStatus.OK, SyncMode.FULL, 601, 600, 0, 1);
        assertMirrors(one, "one", PODS);
        assertThat(Entry.of(synced(one), "pods").mode()).isEqualTo(SyncMode.CATCH_UP);
    }

    @Test
    void reads_everything_once_in_a_while_whatever_was_caught_up() {
        ClusterId one = registered("one");
        synced(one);
        clock.pass(settings.fullInterval().minusSeconds(1));
        assertThat(Entry.of(synced(one), "pods").mode()).isEqualTo(SyncMode.CATCH_UP);
        clock.pass(Duration.ofSeconds(1));
        assertThat(Entry.of(synced(one), "pods").mode()).isEqualTo(SyncMode.FULL);
        assertThat(Entry.of(synced(one), "pods").mode()).isEqualTo(SyncMode.CATCH_UP);
    }

    @Test
    void who_may_list_but_not_watch_reads_everything() {
        ClusterId one = registered("one");
        synced(one);
        fake("one").unwatchable("pods", ClusterFailure.of(FailureCode.FORBIDDEN, "watch", "pods"));
        put(fake("one"), pod("shop", "web"));
        assertResult(Entry.of(synced(one), "pods"), SyncStatus.OK, SyncMode.FULL, 1, 1, 0, 0);
    }

    @Test
    void a_catch_up_that_breaks_off_is_made_good_by_a_full_read() {
        ClusterId one = registered("one");
        synced(one);
        put(fake("one"), pod("shop", "web"));
        fake("one").unwatchable("pods", RESET);
        assertResult(Entry.of(synced(one), "pods"), SyncStatus.OK, SyncMode.FULL, 1, 1, 0, 0);
    }

    @Test
    void a_busy_server_is_not_asked_for_everything_instead() {
        ClusterId one = registered("one");
        synced(one);
        put(fake("one"), pod("shop", "web"));
        fake("one").unwatchable("pods", ClusterFailure.of(FailureCode.RATE_LIMITED, "one.example:443"));
        assertResult(Entry.of(synced(one), "pods"), SyncStatus.FAILED, SyncMode.CATCH_UP, 1, 1, 0, 0);
        fake("one").unwatchable("pods", null);
        assertResult(Entry.of(synced(one), "pods"), SyncStatus.OK, SyncMode.CATCH_UP, 1, 0, 0, 0);
    }

    @Test
    void a_list_that_breaks_off_deletes_nothing_and_is_repaired_by_the_next() {
        ClusterId one = registered("one");
        IntStream.range(0, 1_200).forEach(i -> fake("one").put(pod("shop", "old-" + i)));
        synced(one);
        Instant before = clock.instant();
        clock.pass(Duration.ofMinutes(1));

        fake("one").delete("pods", "shop", "old-7");
        put(fake("one"), pod("shop", "aaa-new"));
        fake("one").breaking("pods", 600, RESET);
        assertResult(Entry.of(synced(one, true), "pods"), SyncStatus.FAILED, SyncMode.FULL, 1_201, 1, 0, 0);

        KindState state = state(one, PODS);
        assertThat(state.failure()).isEqualTo(RESET);
        assertThat(state.asOf()).isEqualTo(before);
        assertThat(state.stale()).isTrue();
        assertThat(names(PODS)).contains("shop/old-7", "shop/old-1199", "shop/aaa-new");
        assertThat(find(one, "old-1").freshness().stale()).isTrue();

        assertResult(Entry.of(synced(one), "pods"), SyncStatus.OK, SyncMode.FULL, 1_200, 0, 0, 1);
        assertMirrors(one, "one", PODS);
    }

    @Test
    void what_goes_between_a_list_that_breaks_off_and_the_next_try_does_not_stay() {
        ClusterId one = registered("one");
        put(fake("one"), pod("shop", "a"), pod("shop", "b"));
        synced(one);
        fake("one").breaking("pods", 2, TOO_LARGE);
        fake("one").midway("pods", () -> fake("one").delete("pods", "shop", "a"));

        assertResult(Entry.of(synced(one, true), "pods"), SyncStatus.OK, SyncMode.FULL, 1, 0, 0, 1);
        assertThat(names(PODS)).containsExactly("shop/b");
        assertThat(fake("one").lists.stream()
                        .filter(list -> list.path().endsWith("/pods"))
                        .map(ListRequest::paged))
                .containsExactly(false, false, true);
    }

    @Test
    void a_list_that_the_server_forgets_again_and_again_fails() {
        ClusterId one = registered("one");
        put(fake("one"), pod("shop", "a"));
        synced(one);
        fake("one").failing("pods", ClusterFailure.of(FailureCode.EXPIRED, "/api/v1/pods"));
        assertResult(Entry.of(synced(one, true), "pods"), SyncStatus.FAILED, SyncMode.FULL, 1, 0, 0, 0);
        assertThat(state(one, PODS).failure())
                .isNotNull()
                .extracting(ClusterFailure::code)
                .isEqualTo(FailureCode.EXPIRED);
    }

    @Test
    void a_forbidden_kind_keeps_its_rows_and_leaves_the_others_alone() {
        ClusterId one = registered("one");
        put(fake("one"), pod("shop", "web"), node("n1"));
        synced(one);

        fake("one").failing("pods", FORBIDDEN);
        put(fake("one"), node("n2"));
        Map<String, KindResult> results = synced(one);

        assertThat(Entry.of(results, "pods").status()).isEqualTo(SyncStatus.FORBIDDEN);
        assertThat(Entry.of(results, "pods").failure()).isEqualTo(FORBIDDEN);
        assertResult(Entry.of(results, "nodes"), SyncStatus.OK, SyncMode.CATCH_UP, 2, 1, 0, 0);
        assertThat(names(PODS)).containsExactly("shop/web");
        assertThat(find(one, "web").freshness().stale()).isTrue();
        assertThat(state(one, PODS).removedAt()).isEqualTo(clock.instant().plus(settings.retention()));

        fake("one").failing("pods", null);
        put(fake("one"), pod("shop", "new"));
        assertResult(Entry.of(synced(one), "pods"), SyncStatus.OK, SyncMode.CATCH_UP, 2, 1, 0, 0);
        assertThat(state(one, PODS).removedAt()).isNull();
    }

    @Test
    void a_kind_that_the_cluster_does_not_know_is_absent_until_it_does() {
        ClusterId one = registered("one");
        fake("one").absent("ingresses", true);
        assertResult(Entry.of(synced(one), "ingresses"), SyncStatus.ABSENT, SyncMode.FULL, 0, 0, 0, 0);
        assertThat(fake("one").lists.stream().map(ListRequest::path))
                .contains("/apis/networking.k8s.io/v1/ingresses", "/apis/networking.k8s.io/v1beta1/ingresses");

        fake("one").absent("ingresses", false);
        put(fake("one"), TableRows.of("ingresses", "shop", "web"));
        assertResult(Entry.of(synced(one), "ingresses"), SyncStatus.OK, SyncMode.FULL, 1, 1, 0, 0);
    }

    @Test
    void what_cannot_be_read_any_more_ages_out_when_it_was_said_to() {
        ClusterId one = registered("one");
        put(fake("one"), pod("shop", "web"), configMap("shop", "settings"));
        synced(one);
        fake("one").failing("pods", FORBIDDEN);
        fake("one").absent("configmaps", true);
        synced(one);
        Instant removedAt = state(one, PODS).removedAt();
        assertThat(removedAt).isNotNull();

        clock.pass(Duration.between(clock.instant(), removedAt));
        cleanUp().removeUnreadable();
        assertThat(names(PODS)).isNotEmpty();
        clock.pass(Duration.ofSeconds(1));
        cleanUp().removeUnreadable();

        assertThat(names(PODS)).isEmpty();
        assertThat(names(CONFIG_MAPS)).isEmpty();
        assertThat(count("posting")).isZero();
        assertThat(state(one, PODS).rows()).isZero();
        assertThat(state(one, PODS).status()).isEqualTo(SyncStatus.FORBIDDEN);
        fake("one").failing("pods", null);
        assertResult(Entry.of(synced(one), "pods"), SyncStatus.OK, SyncMode.FULL, 1, 1, 0, 0);
    }

    @Test
    void what_only_failed_never_ages_out() {
        ClusterId one = registered("one");
        put(fake("one"), pod("shop", "web"));
        synced(one);
        fake("one").failing("pods", RESET);
        synced(one);
        clock.pass(settings.retention().multipliedBy(10));
        cleanUp().removeUnreadable();
        assertThat(names(PODS)).containsExactly("shop/web");
        assertThat(state(one, PODS).removedAt()).isNull();
    }

    @Test
    void kinds_that_this_version_does_not_have_age_out() {
        ClusterId one = registered("one");
        put(fake("one"), pod("shop", "web"));
        synced(one);
        database.sql("update resource set kind = 'former'").update();
        database.sql("update kind_sync set kind = 'former' where kind = 'pods'").update();
        cleanUp().removeUnreadable();
        assertThat(count("resource")).isEqualTo(1);
        clock.pass(settings.retention().plusSeconds(1));
        cleanUp().removeUnreadable();
        assertThat(count("resource")).isZero();
    }

    @Test
    void a_deleted_cluster_is_invisible_at_once_and_removed_in_the_background() {
        ClusterId one = registered("one");
        ClusterId two = registered("two");
        IntStream.range(0, 1_100).forEach(i -> fake("one").put(pod("shop", "one-" + i)));
        put(fake("one"), TableRows.namespace("only-in-one"));
        put(fake("two"), pod("shop", "two"), TableRows.namespace("shop"));
        synced(one);
        synced(two);
        ResourceKey key = new ResourceKey(one, PODS, "shop", "one-1");
        assertThat(inventory.find(key)).isPresent();

        delete(one);

        assertThat(inventory.find(key)).isEmpty();
        assertThat(names(PODS)).containsExactly("shop/two");
        assertThat(inventory.count(ResourceQuery.of(PODS))).isEqualTo(new Count(1, true));
        assertThat(inventory.count(ResourceQuery.ALL.text("one"))).isEqualTo(new Count(0, true));
        assertThat(inventory.namespaces(Set.of(), "", 10)).containsExactly("shop");
        assertThat(sync.states()).allMatch(state -> state.cluster().equals(two));
        assertThat(sync.states(one)).isEmpty();
        assertThatThrownBy(() -> sync.run(one, false, ignoring())).isInstanceOf(NoSuchElementException.class);

        cleanUp().removeDeletedClusters();
        assertThat(count("resource")).isEqualTo(2);
        assertThat(count("cluster_sync")).isEqualTo(1);
        assertThat(count("kind_sync")).isEqualTo(inventory.kinds().size());
        assertThat(database.sql("select count(*) from posting where term like 'one%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(names(PODS)).containsExactly("shop/two");
    }

    @Test
    void a_cluster_deleted_in_the_middle_of_its_sync_leaves_nothing_behind() {
        ClusterId one = registered("one");
        IntStream.range(0, 1_100).forEach(i -> fake("one").put(pod("shop", "one-" + i)));
        fake("one").midway("pods", asThisUser(() -> {
            delete(one);
            cleanUp().removeDeletedClusters();
        }));
        assertThatThrownBy(() -> sync.run(one, false, ignoring())).isInstanceOf(NoSuchElementException.class);
        cleanUp().removeDeletedClusters();
        assertThat(count("resource")).isZero();
        assertThat(count("kind_sync")).isZero();
        assertThat(count("cluster_sync")).isZero();
    }

    @Test
    void rows_are_made_anew_when_the_cluster_turns_out_to_be_another_one() {
        ClusterId one = registered("one");
        put(fake("one"), pod("shop", "web"));
        put(fake("other"), pod("shop", "web"), pod("shop", "api"));
        synced(one);
        database.sql("update cluster set server = 'https://other.example'").update();
        assertResult(Entry.of(synced(one), "pods"), SyncStatus.OK, SyncMode.FULL, 2, 1, 1, 0);
    }

    @Test
    void a_dead_cluster_is_a_finding_and_asked_once() {
        ClusterId one = registered("one");
        put(fake("one"), pod("shop", "web"));
        synced(one);
        ClusterFailure refused = ClusterFailure.of(FailureCode.CONNECTION_REFUSED, "one.example:443");
        inventory.kinds().forEach(kind -> fake("one").failing(kind.id().value(), refused));
        int asked = fake("one").watches.size();

        Map<String, KindResult> results = synced(one);

        assertThat(results.values()).allSatisfy(result -> {
            assertThat(result.status()).isEqualTo(SyncStatus.FAILED);
            assertThat(result.failure()).isEqualTo(refused);
        });
        assertThat(fake("one").watches.size() - asked).isLessThanOrEqualTo(settings.kindsAtOnce());
        assertThat(names(PODS)).containsExactly("shop/web");
        assertThat(nextSyncIn(one)).isEqualTo(settings.interval().multipliedBy(2));
        synced(one);
        assertThat(nextSyncIn(one)).isEqualTo(settings.interval().multipliedBy(4));
    }

    @Test
    void two_syncs_of_a_cluster_never_run_at_once() throws Exception {
        ClusterId one = registered("one");
        put(fake("one"), pod("shop", "web"));
        CountDownLatch midway = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        fake("one").midway("pods", () -> {
            midway.countDown();
            await(goOn);
        });
        var executor = new DelegatingSecurityContextExecutor(Thread::startVirtualThread);
        var first = CompletableFuture.supplyAsync(() -> synced(one, true), executor);
        await(midway);
        int lists = fake("one").lists.size();
        var second = CompletableFuture.supplyAsync(() -> synced(one, true), executor);

        assertThat(second).failsWithin(1, TimeUnit.SECONDS);
        assertThat(fake("one").lists).hasSizeLessThanOrEqualTo(inventory.kinds().size());
        assertThat(lists).isPositive();
        goOn.countDown();
        assertThat(Entry.of(first.get(30, TimeUnit.SECONDS), "pods").inserted()).isEqualTo(1);
        assertThat(Entry.of(second.get(30, TimeUnit.SECONDS), "pods").inserted())
                .isZero();
    }

    @Test
    void a_sync_whose_lease_was_taken_over_writes_nothing_more() {
        ClusterId one = registered("one");
        IntStream.range(0, 1_100).forEach(i -> fake("one").put(pod("shop", "old-" + i)));
        fake("one").midway("pods", () -> {
            // The process was asleep for longer than its lease.
            clock.pass(SyncRun.LEASE.plusSeconds(1));
            assertThat(leases.acquire(ClusterSyncs.leaseName(one), SyncRun.LEASE))
                    .isPresent();
            database.sql("delete from resource").update();
        });
        assertThatThrownBy(() -> sync.run(one, false, ignoring())).isInstanceOf(NoSuchElementException.class);
        assertThat(count("resource")).isZero();
        assertThat(sync.states(one)).noneMatch(state -> state.kind().equals(PODS));
    }

    @Test
    void only_a_sync_that_was_begun_later_does_what_was_asked_for() throws Exception {
        ClusterId one = registered("one");
        fake("one").midway("pods", () -> clock.pass(Duration.ofSeconds(10)));
        put(fake("one"), pod("shop", "web"));
        Instant begun = clock.instant();
        synced(one);
        assertThat(syncs.syncUnlessDoneSince(begun, one, false, ignoring())).isEmpty();
        // Asked for while it was under way: it may have looked already.
        assertThat(syncs.syncUnlessDoneSince(begun.plusSeconds(5), one, false, ignoring()))
                .isPresent();
    }

    @Test
    void a_write_is_made_again_when_the_database_asks_for_it_and_counted_once() {
        ClusterId one = registered("one");
        Lease lease = leases.acquire("test", Duration.ofMinutes(1)).orElseThrow();
        AtomicInteger tries = new AtomicInteger();
        AtomicInteger told = new AtomicInteger();
        try (WriteLane lane = new WriteLane(leases, lease, transaction)) {
            lane.submit(
                    () -> {
                        database.sql("insert into cluster_sync (cluster_id, next_sync_at, consecutive_failures)"
                                        + " values (?, ?, 0)")
                                .param(one.value())
                                .param(StoredTimes.of(clock.instant()))
                                .update();
                        if (tries.incrementAndGet() < 3) {
                            throw new CannotAcquireLockException("deadlock");
                        }
                        return 1;
                    },
                    told::addAndGet);
            lane.await();
        }
        assertThat(tries).hasValue(3);
        assertThat(told).hasValue(1);
        assertThat(count("cluster_sync")).isEqualTo(1);
    }

    @Test
    void survives_transactions_that_stand_in_its_way() throws Exception {
        ClusterId one = registered("one");
        IntStream.range(0, 400).forEach(i -> fake("one").put(pod("shop", "web-" + i)));
        synced(one);
        IntStream.range(0, 400)
                .forEach(i -> fake("one").put(pod("shop", "web-" + i).status("Error")));
        String lease = ClusterSyncs.leaseName(one);
        CountDownLatch locked = new CountDownLatch(1);
        fake("one").midway("configmaps", () -> await(locked));

        // Takes the same locks as a write, in the opposite order.
        var rival = CompletableFuture.runAsync(
                () -> transaction.executeWithoutResult(status -> {
                    database.sql("update resource set status = 'Rival' where name >= 'web-2'")
                            .update();
                    locked.countDown();
                    try {
                        database.sql("update lease set expires_at = expires_at where name = ?")
                                .param(lease)
                                .update();
                    } catch (RuntimeException loser) {
                        status.setRollbackOnly();
                    }
                }),
                Thread::startVirtualThread);
        await(locked);

        assertResult(Entry.of(synced(one), "pods"), SyncStatus.OK, SyncMode.CATCH_UP, 400, 0, 400, 0);
        rival.get(30, TimeUnit.SECONDS);
        assertThat(all(ResourceQuery.of(PODS)))
                .allSatisfy(pod -> assertThat(pod.status()).isEqualTo("Error"));
    }

    @Test
    void tells_how_far_it_is() throws Exception {
        ClusterId one = registered("one");
        put(fake("one"), pod("shop", "web"));
        List<RunningSync> told = new CopyOnWriteArrayList<>();
        List<Optional<RunningSync>> seen = new CopyOnWriteArrayList<>();
        fake("one").midway("pods", asThisUser(() -> seen.add(sync.running(one))));
        sync.run(one, false, told::add);
        assertThat(seen)
                .hasSize(1)
                .first()
                .satisfies(
                        running -> assertThat(running.orElseThrow().startedAt()).isEqualTo(clock.instant()));
        assertThat(told).isNotEmpty();
        assertThat(sync.running(one)).isEmpty();
    }

    /** What is stored of a kind is what the cluster has. */
    private void assertMirrors(ClusterId id, String cluster, KindId kind) {
        assertThat(all(ResourceQuery.of(kind).clusters(Set.of(id))).stream()
                        .map(row -> row.namespace() + "/" + row.name() + " " + row.uid() + " " + row.resourceVersion()))
                .containsExactlyInAnyOrderElementsOf(fake(cluster).objects(kind.value()).stream()
                        .map(row -> row.namespace() + "/" + row.name() + " " + row.uid() + " " + row.resourceVersion())
                        .toList());
        assertThat(state(id, kind).rows())
                .isEqualTo(fake(cluster).objects(kind.value()).size());
    }

    private Resource find(ClusterId id, String pod) {
        return inventory.find(new ResourceKey(id, PODS, "shop", pod)).orElseThrow();
    }

    /** Everything that the database has of a pod. */
    private List<Object> row(String pod) {
        return List.copyOf(database.sql("select * from resource where name = ?")
                .param(pod)
                .query()
                .singleRow()
                .values());
    }

    private Duration nextSyncIn(ClusterId id) {
        return Duration.between(
                clock.instant(),
                database.sql("select next_sync_at from cluster_sync where cluster_id = ?")
                        .param(id.value())
                        .query((row, number) -> StoredTimes.read(row, "next_sync_at"))
                        .single());
    }

    private static void assertResult(
            KindResult result, SyncStatus status, SyncMode mode, long rows, long inserted, long updated, long deleted) {
        assertThat(result.status()).isEqualTo(status);
        assertThat(result.mode()).isEqualTo(mode);
        assertThat(List.of(result.rows(), result.inserted(), result.updated(), result.deleted()))
                .as("rows, inserted, updated, deleted")
                .containsExactly(rows, inserted, updated, deleted);
    }

    /** A sync asks clusters in threads of its own. */
    private static Runnable asThisUser(Runnable action) {
        return DelegatingSecurityContextRunnable.create(action, SecurityContextHolder.getContext());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
