package io.ansflow.inventory;

import io.ansflow.base.ClusterId;
import io.ansflow.base.StoredTimes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
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

    /** When a sync of the cluster last ended; changes with every sync, also one of another process. */
    record Stamp(ClusterId cluster, @Nullable Instant endedAt) {}

    /** Plans the first sync of clusters that have none, and of such that are back after they could not be synced. */
    void planMissing() {
        try {
            database.sql("insert into cluster_sync (cluster_id, next_sync_at, consecutive_failures)"
                            + " select c.id, ?, 0 from cluster c left join cluster_sync s on s.cluster_id = c.id"
                            + " where s.cluster_id is null")
                    .param(StoredTimes.of(clock.instant()))
                    .update();
        } catch (DuplicateKeyException anotherProcessWasFaster) {
            return;
        }
        database.sql("update cluster_sync set next_sync_at = ? where consecutive_failures > 0 and next_sync_at > ?"
                        + " and exists (select 1 from cluster_status t where t.cluster_id = cluster_sync.cluster_id"
                        + " and t.reachability in ('CONNECTED', 'LIMITED') and t.since > cluster_sync.ended_at)")
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
        return database.sql("update cluster_sync set next_sync_at = ? where cluster_id = ? and next_sync_at = ?")
                        .param(StoredTimes.of(clock.instant().plus(until)))
                        .param(due.cluster().value())
                        .param(StoredTimes.of(due.plannedFor()))
                        .update()
                == 1;
    }

    /** A sync of the cluster ended just now. */
    void ended(ClusterId cluster, boolean nothingRead) {
        int failures = nothingRead
                ? 1
                        + database.sql("select consecutive_failures from cluster_sync where cluster_id = ?")
                                .param(cluster.value())
                                .query(Integer.class)
                                .optional()
                                .orElse(0)
                : 0;
        Instant now = clock.instant();
        Instant next = now.plus(settings.delay(failures, RandomGenerator.getDefault()));
        int updated = database.sql("update cluster_sync set next_sync_at = ?, ended_at = ?, consecutive_failures = ?"
                        + " where cluster_id = ?")
                .param(StoredTimes.of(next))
                .param(StoredTimes.of(now))
                .param(failures)
                .param(cluster.value())
                .update();
        if (updated == 0) {
            database.sql("insert into cluster_sync (next_sync_at, ended_at, consecutive_failures, cluster_id)"
                            + " values (?, ?, ?, ?)")
                    .param(StoredTimes.of(next))
                    .param(StoredTimes.of(now))
                    .param(failures)
                    .param(cluster.value())
                    .update();
        }
    }

    Optional<Instant> endedAt(ClusterId cluster) {
        return stamps(" where s.cluster_id = " + cluster.value()).stream()
                .map(Stamp::endedAt)
                .filter(Objects::nonNull)
                .findFirst();
    }

    List<Stamp> stamps() {
        return stamps("");
    }

    private List<Stamp> stamps(String where) {
        return database.sql("select s.cluster_id, s.ended_at from cluster_sync s" + where)
                .query((row, number) ->
                        new Stamp(new ClusterId(row.getLong(1)), StoredTimes.readNullable(row, "ended_at")))
                .list();
    }
}
