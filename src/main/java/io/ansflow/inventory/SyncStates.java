package io.ansflow.inventory;

import io.ansflow.base.ClusterId;
import io.ansflow.base.StoredTimes;
import io.ansflow.kubernetes.ClusterFailure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** How well each kind of each cluster is known, as stored. */
@Component
class SyncStates {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient database;
    private final SyncSettings settings;
    private final Clock clock;

    SyncStates(JdbcClient database, SyncSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    Optional<KindSyncState> find(ClusterId cluster, KindId kind) {
        return database.sql("select * from kind_sync where cluster_id = ? and kind = ?")
                .param(cluster.value())
                .param(kind.value())
                .query((row, number) -> stored(row))
                .optional();
    }

    /** Of all clusters that there still are. */
    List<KindState> all() {
        return database.sql("select s.* from kind_sync s join cluster c on c.id = s.cluster_id")
                .query((row, number) -> shown(row))
                .list();
    }

    /** The same of some of them. */
    List<KindState> of(Collection<ClusterId> clusters) {
        if (clusters.isEmpty()) {
            return List.of();
        }
        return database.sql("select s.* from kind_sync s join cluster c on c.id = s.cluster_id"
                        + " where s.cluster_id in (:clusters)")
                .param("clusters", clusters.stream().map(ClusterId::value).toList())
                .query((row, number) -> shown(row))
                .list();
    }

    @Transactional
    void save(ClusterId cluster, KindId kind, KindSyncState state) {
        ClusterFailure failure = state.failure();
        int updated = database.sql("update kind_sync set status = ?, failure = ?, tried_at = ?, mode = ?, as_of = ?,"
                        + " full_at = ?, full_due_at = ?, row_count = ?, resource_version = ?, path = ?, basis = ?"
                        + " where cluster_id = ? and kind = ?")
                .params(values(cluster, kind, state, failure))
                .update();
        if (updated == 0) {
            database.sql("insert into kind_sync (status, failure, tried_at, mode, as_of, full_at, full_due_at,"
                            + " row_count, resource_version, path, basis, cluster_id, kind)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(values(cluster, kind, state, failure))
                    .update();
        }
    }

    /** The rows are about to become a mixture of states: until that is over there is nothing to go on from. */
    @Transactional
    void beginRewriting(ClusterId cluster, KindId kind) {
        database.sql("update kind_sync set resource_version = null where cluster_id = ? and kind = ?")
                .param(cluster.value())
                .param(kind.value())
                .update();
    }

    private static List<@Nullable Object> values(
            ClusterId cluster, KindId kind, KindSyncState state, @Nullable ClusterFailure failure) {
        return Arrays.asList(
                state.status().name(),
                failure == null ? null : JSON.writeValueAsString(failure),
                StoredTimes.of(state.triedAt()),
                state.mode() == null ? null : state.mode().name(),
                StoredTimes.ofNullable(state.asOf()),
                StoredTimes.ofNullable(state.fullAt()),
                StoredTimes.ofNullable(state.fullDueAt()),
                state.rows(),
                state.resourceVersion(),
                state.path(),
                state.basis(),
                cluster.value(),
                kind.value());
    }

    private static KindSyncState stored(ResultSet row) throws SQLException {
        String failure = row.getString("failure");
        String mode = row.getString("mode");
        return new KindSyncState(
                SyncStatus.valueOf(row.getString("status")),
                failure == null ? null : JSON.readValue(failure, ClusterFailure.class),
                StoredTimes.read(row, "tried_at"),
                mode == null ? null : SyncMode.valueOf(mode),
                StoredTimes.readNullable(row, "as_of"),
                StoredTimes.readNullable(row, "full_at"),
                StoredTimes.readNullable(row, "full_due_at"),
                row.getLong("row_count"),
                row.getString("resource_version"),
                row.getString("path"),
                row.getString("basis"));
    }

    private KindState shown(ResultSet row) throws SQLException {
        KindSyncState state = stored(row);
        return new KindState(
                new ClusterId(row.getLong("cluster_id")),
                new KindId(row.getString("kind")),
                state.status(),
                state.failure(),
                state.triedAt(),
                state.mode(),
                state.asOf(),
                state.fullAt(),
                state.rows(),
                stale(state),
                removedAt(state));
    }

    private boolean stale(KindSyncState state) {
        Instant asOf = state.asOf();
        Duration allowed = settings.staleAfter();
        return state.status() != SyncStatus.OK
                || asOf == null
                || asOf.plus(allowed).isBefore(clock.instant());
    }

    private @Nullable Instant removedAt(KindSyncState state) {
        boolean unreadable = state.status() == SyncStatus.FORBIDDEN || state.status() == SyncStatus.ABSENT;
        Instant asOf = state.asOf();
        return unreadable && state.rows() > 0 && asOf != null ? asOf.plus(settings.retention()) : null;
    }
}
