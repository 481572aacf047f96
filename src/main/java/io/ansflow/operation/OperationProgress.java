package io.ansflow.operation;

import io.ansflow.base.StoredTimes;
import io.ansflow.base.Text;
import io.ansflow.jobs.Leases;
import io.ansflow.jobs.Leases.Lease;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.operation.OperationKind.Attempt;
import io.ansflow.operation.OperationKind.Outcome;
import io.ansflow.operation.OperationKind.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Operations as they are worked on: whoever writes how far one is holds its lease, and confirms it in that transaction. */
@Component
class OperationProgress {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_MEMO = 1000;

    private final JdbcClient database;
    private final Leases leases;
    private final OperationSettings settings;
    private final Clock clock;

    OperationProgress(JdbcClient database, Leases leases, OperationSettings settings, Clock clock) {
        this.database = database;
        this.leases = leases;
        this.settings = settings;
        this.clock = clock;
    }

    /** What whoever works on an operation has to know of it. */
    record Work(OperationId id, String kind, String request, String actor) {}

    /** An item that is not done with. */
    record Open(int place, Attempt attempt) {}

    /** The operation, unless it has ended. */
    Optional<Work> find(OperationId id) {
        return database.sql("select kind, request, actor from operation where id = ? and ended_at is null")
                .param(id.value())
                .query((row, number) -> new Work(id, row.getString(1), row.getString(2), row.getString(3)))
                .optional();
    }

    List<Open> open(OperationId id) {
        return database.sql("select i.*, o.requested_at from operation_item i join operation o on o.id = i.operation_id"
                        + " where i.operation_id = ? and i.state in ('WAITING', 'RUNNING') order by i.place")
                .param(id.value())
                .query((row, number) -> open(row))
                .list();
    }

    /** Puts off that somebody else goes on with it. */
    @Transactional
    void keep(OperationId id) {
        database.sql("update operation set resume_at = ? where id = ? and ended_at is null")
                .param(StoredTimes.of(settings.resumeAt(clock.instant())))
                .param(id.value())
                .update();
    }

    /** Writes down that the item is about to be done; false if it is not to be any more. */
    @Transactional
    boolean begin(OperationId id, Lease lease, int place) {
        leases.confirm(lease);
        touch(id);
        return database.sql("update operation_item set state = 'RUNNING', begun_at = ?"
                                + " where operation_id = ? and place = ? and state in ('WAITING', 'RUNNING')")
                        .param(now())
                        .param(id.value())
                        .param(place)
                        .update()
                == 1;
    }

    /** Writes down how the item ended. */
    @Transactional
    void end(OperationId id, Lease lease, int place, Outcome outcome) {
        leases.confirm(lease);
        touch(id);
        @Nullable ClusterFailure failure = outcome instanceof Outcome.Failed failed ? failed.failure() : null;
        if (outcome.memo().length() > MOST_MEMO) {
            throw new IllegalArgumentException("A memo has " + MOST_MEMO + " characters at most");
        }
        database.sql("update operation_item set state = ?, failure = ?, memo = ?, ended_at = ?"
                        + " where operation_id = ? and place = ?")
                .param((failure == null ? ItemState.DONE : ItemState.FAILED).name())
                .param(failure == null ? null : JSON.writeValueAsString(failure))
                .param(outcome.memo())
                .param(now())
                .param(id.value())
                .param(place)
                .update();
    }

    /** Writes down that the operation has ended, unless there is something left to do. */
    @Transactional
    boolean finish(OperationId id, Lease lease) {
        leases.confirm(lease);
        touch(id);
        if (!open(id).isEmpty()) {
            return false;
        }
        database.sql("update operation set ended_at = ?, resume_at = null where id = ?")
                .param(now())
                .param(id.value())
                .update();
        return true;
    }

    private void touch(OperationId id) {
        database.sql("update operation set revision = revision + 1 where id = ?")
                .param(id.value())
                .update();
    }

    private Object now() {
        return StoredTimes.of(clock.instant());
    }

    private static Open open(ResultSet row) throws SQLException {
        Text what = OperationRows.text(row, "what");
        boolean begun = ItemState.valueOf(row.getString("state")) == ItemState.RUNNING;
        Instant requestedAt = StoredTimes.read(row, "requested_at");
        return new Open(
                row.getInt("place"),
                new Attempt(
                        new Step(OperationRows.target(row), what, row.getString("input")),
                        requestedAt,
                        begun,
                        OperationRows.failure(row),
                        row.getString("memo")));
    }
}
