package io.ansflow.inventory;

import static io.ansflow.inventory.TableRows.configMap;
import static io.ansflow.inventory.TableRows.node;
import static io.ansflow.inventory.TableRows.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.TableApi.ListRequest;
import io.ansflow.testing.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a sync makes of answers that are missing or not whole. */
abstract class BrokenListContract extends CatchUpContract {
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
        database.sql("update posting set kind = 'former'").update();
        database.sql("update kind_sync set kind = 'former' where kind = 'pods'").update();
        cleanUp().removeUnreadable();
        assertThat(count("resource")).isEqualTo(1);
        clock.pass(settings.retention().plusSeconds(1));
        cleanUp().removeUnreadable();
        assertThat(count("resource")).isZero();
    }
}
