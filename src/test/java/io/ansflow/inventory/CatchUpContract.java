package io.ansflow.inventory;

import static io.ansflow.inventory.TableRows.node;
import static io.ansflow.inventory.TableRows.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.testing.Entry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a sync reads and writes, all or only what changed. */
abstract class CatchUpContract extends SyncScheduleContract {
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
}
