package io.ansflow.inventory;

import io.ansflow.base.ClusterId;
import io.ansflow.base.StoredTimes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When each cluster is to be synced, as stored. */
@Component
class SyncSchedule {
    private final JdbcClient database;
    private final SyncSettings settings;
    private final Clock clock;

    SyncSchedule(JdbcClient database, SyncSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** A sync that is due, by the time at which it was planned. */
    record Due(ClusterId cluster, Instant plannedFor) {}

    /** When the cluster was last looked at; changes with every sync, also one of another process. */
    record Stamp(ClusterId cluster, Instant triedAt) {}

    /**
     * Plans the first sync of clusters that have none, and a sync at once where a check found out that a cluster cannot be
     * reached any more, so that its resources are marked as stale, or that it is back.
     */
    void plan() {
        try {
            database.sql("insert into cluster_sync (cluster_id, next_sync_at, consecutive_failures)"
                            + " select c.id, ?, 0 from cluster c left join cluster_sync s on s.cluster_id = c.id"
                            + " where s.cluster_id is null")
                    .param(StoredTimes.of(clock.instant()))
                    .update();
        } catch (DuplicateKeyException anotherProcessWasFaster) {
            return;
        }
        // Once for each change, not for as long as the sync takes that was claimed because of it.
        database.sql("update cluster_sync set next_sync_at = ? where next_sync_at > ? and exists (select 1 from"
                        + " cluster_status t where t.cluster_id = cluster_sync.cluster_id"
                        + " and t.since > cluster_sync.ended_at"
                        + " and (cluster_sync.claimed_at is null or t.since > cluster_sync.claimed_at)"
                        + " and (cluster_sync.consecutive_failures > 0 and t.reachability in ('CONNECTED', 'LIMITED')"
                        + " or cluster_sync.consecutive_failures = 0"
                        + " and t.reachability in ('UNREACHABLE', 'UNAUTHORIZED')))")
                .param(StoredTimes.of(clock.instant()))
                .param(StoredTimes.of(clock.instant()))
                .update();
    }

    List<Due> due(int limit) {
        return database.sql("select s.cluster_id, s.next_sync_at from cluster_sync s join cluster c on"
                        + " c.id = s.cluster_id where s.next_sync_at <= ? order by s.next_sync_at limit ?")
                .param(StoredTimes.of(clock.instant()))
                .param(limit)
                .query((row, number) -> new Due(new ClusterId(row.getLong(1)), StoredTimes.read(row, "next_sync_at")))
                .list();
    }

    /** Takes a due sync, so that no other process starts it too; false if another one was faster. */
    boolean claim(Due due, Duration until) {
        return database.sql("update cluster_sync set next_sync_at = ?, claimed_at = ? where cluster_id = ?"
                                + " and next_sync_at = ?")
                        .param(StoredTimes.of(clock.instant().plus(until)))
                        .param(StoredTimes.of(clock.instant()))
                        .param(due.cluster().value())
                        .param(StoredTimes.of(due.plannedFor()))
                        .update()
                == 1;
    }

    /** Makes sure that the cluster has its place here before anything of it is stored. */
    void begun(ClusterId cluster) {
        if (failures(cluster).isEmpty()) {
            try {
                database.sql("insert into cluster_sync (cluster_id, next_sync_at, consecutive_failures)"
                                + " values (?, ?, 0)")
                        .param(cluster.value())
                        .param(StoredTimes.of(clock.instant().plus(settings.deadline())))
                        .update();
            } catch (DuplicateKeyException anotherProcessWasFaster) {
                // It is there.
            }
        }
    }

    /** A sync of the cluster that was begun then ended just now. */
    void ended(ClusterId cluster, Instant begunAt, boolean nothingRead) {
        int failures = nothingRead ? failures(cluster).orElse(0) + 1 : 0;
        Instant now = clock.instant();
        database.sql("update cluster_sync set next_sync_at = ?, begun_at = ?, ended_at = ?, consecutive_failures = ?"
                        + " where cluster_id = ?")
                .param(StoredTimes.of(now.plus(settings.delay(failures, RandomGenerator.getDefault()))))
                .param(StoredTimes.of(begunAt))
                .param(StoredTimes.of(now))
                .param(failures)
                .param(cluster.value())
                .update();
    }

    /** When the last sync that ended was begun: it saw everything that had happened by then. */
    Optional<Instant> lastBegun(ClusterId cluster) {
        return database.sql("select begun_at from cluster_sync where cluster_id = ? and begun_at is not null")
                .param(cluster.value())
                .query((row, number) -> StoredTimes.read(row, "begun_at"))
                .optional();
    }

    List<Stamp> stamps() {
        return database.sql("select cluster_id, max(tried_at) as tried_at from kind_sync group by cluster_id")
                .query((row, number) -> new Stamp(new ClusterId(row.getLong(1)), StoredTimes.read(row, "tried_at")))
                .list();
    }

    private Optional<Integer> failures(ClusterId cluster) {
        return database.sql("select consecutive_failures from cluster_sync where cluster_id = ?")
                .param(cluster.value())
                .query(Integer.class)
                .optional();
    }
}
