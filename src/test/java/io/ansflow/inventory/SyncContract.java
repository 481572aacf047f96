package io.ansflow.inventory;

import static io.ansflow.inventory.TableRows.pod;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.base.ClusterId;
import io.ansflow.base.StoredTimes;
import io.ansflow.jobs.Leases.Lease;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
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
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutor;

/** What a sync makes of what a cluster answers, and of what else goes on meanwhile, on every database. */
abstract class SyncContract extends BrokenListContract {
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
        assertThat(database.sql("select count(*) from posting where block < ?")
                        .param(Postings.block(RowIds.end(one)))
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
        assertThat(count("posting")).isZero();
        assertThat(count("kind_sync")).isZero();
        assertThat(count("cluster_sync")).isZero();
    }

    @Test
    void what_was_to_find_rows_that_were_never_written_goes_with_the_cluster() {
        ClusterId one = registered("one");
        put(fake("one"), pod("shop", "web"));
        synced(one);
        long block = Postings.block(RowIds.first(one)) + 1000;
        BlockPostings postings = new BlockPostings();
        postings.add("|shop", block * Postings.BLOCK);
        transaction.executeWithoutResult(status -> resources.index(one, PODS, block, postings.bytes()));
        assertThat(known.nextId(one)).isEqualTo((block + 1) * Postings.BLOCK);

        delete(one);
        cleanUp().removeDeletedClusters();

        assertThat(count("posting")).isZero();
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
    void lists_take_turns() {
        ClusterId one = registered("one");
        put(fake("one"), pod("shop", "web"), TableRows.node("node-1"), TableRows.configMap("shop", "web"));
        AtomicInteger reading = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        for (String kind : List.of("pods", "nodes", "configmaps")) {
            fake("one").midway(kind, () -> {
                most.accumulateAndGet(reading.incrementAndGet(), Math::max);
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
                reading.decrementAndGet();
            });
        }
        assertThat(synced(one).values()).allMatch(result -> result.status() == SyncStatus.OK);
        assertThat(most).hasValueBetween(1, settings.listsAtOnce());
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
            database.sql("delete from posting").update();
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
}
