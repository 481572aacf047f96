package io.ansflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.base.ClusterId;
import io.ansflow.base.StoredTimes;
import io.ansflow.inventory.SyncSchedule.Due;
import io.ansflow.kubernetes.Reachability;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** When syncs are due, on every database. */
abstract class SyncScheduleContract extends SyncTest {
    private static final Duration CLAIM = Duration.ofMinutes(30);

    @Autowired
    private SyncSchedule schedule;

    @Test
    void a_new_cluster_is_synced_at_once_and_by_one_process() {
        ClusterId one = registered("one");
        schedule.plan();

        List<Due> due = schedule.due(10);
        assertThat(due).extracting(Due::cluster).containsExactly(one);
        assertThat(schedule.claim(due.getFirst(), CLAIM)).isTrue();
        assertThat(schedule.claim(due.getFirst(), CLAIM)).isFalse();
        assertThat(schedule.due(10)).isEmpty();
    }

    @Test
    void a_cluster_that_cannot_be_reached_any_more_is_synced_at_once_so_that_its_rows_are_marked() {
        ClusterId one = registered("one");
        ClusterId two = registered("two");
        synced(one);
        synced(two);
        schedule.plan();
        assertThat(schedule.due(10)).isEmpty();

        found(one, Reachability.UNREACHABLE);

        assertPlannedOnce(one);
    }

    @Test
    void a_cluster_that_is_back_is_synced_at_once() {
        ClusterId one = registered("one");
        synced(one);
        schedule.ended(one, clock.instant(), true);
        schedule.plan();
        assertThat(schedule.due(10)).isEmpty();

        found(one, Reachability.CONNECTED);

        assertPlannedOnce(one);
    }

    @Test
    void a_cluster_that_goes_while_the_sync_is_under_way_that_was_planned_as_it_came_is_synced_again() {
        ClusterId one = registered("one");
        synced(one);
        schedule.ended(one, clock.instant(), true);
        found(one, Reachability.CONNECTED);
        assertPlannedOnce(one);
        schedule.ended(one, clock.instant(), false);

        found(one, Reachability.UNAUTHORIZED);

        assertPlannedOnce(one);
    }

    /** The sync that is claimed goes on for a while; meanwhile no other is planned. */
    private void assertPlannedOnce(ClusterId id) {
        schedule.plan();
        List<Due> due = schedule.due(10);
        assertThat(due).extracting(Due::cluster).containsExactly(id);
        assertThat(schedule.claim(due.getFirst(), CLAIM)).isTrue();
        clock.pass(Duration.ofSeconds(1));
        schedule.plan();
        assertThat(schedule.due(10)).isEmpty();
    }

    /** As a check does that finds out something new. */
    private void found(ClusterId id, Reachability reachability) {
        clock.pass(Duration.ofSeconds(1));
        assertThat(database.sql("update cluster_status set reachability = ?, since = ? where cluster_id = ?")
                        .param(reachability.name())
                        .param(StoredTimes.of(clock.instant()))
                        .param(id.value())
                        .update())
                .isOne();
    }
}
