package io.ansflow.operation;

import io.ansflow.base.StoredTimes;
import io.ansflow.base.Text;
import io.ansflow.operation.OperationKind.Step;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Operations as people ask for them and look on. Whoever changes an item locks its operation's row first. */
@Component
class OperationTable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient database;
    private final OperationSettings settings;
    private final Clock clock;

    OperationTable(JdbcClient database, OperationSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    OperationId create(
            String kind,
            Text title,
            String request,
            String actor,
            List<Step> steps,
            Function<Target, String> clusterName) {
        var key = new GeneratedKeyHolder();
        Instant now = clock.instant();
        database.sql("insert into operation (kind, title, request, actor, requested_at, resume_at, revision)"
                        + " values (?, ?, ?, ?, ?, ?, 0)")
                .param(kind)
                .param(JSON.writeValueAsString(title))
                .param(request)
                .param(actor)
                .param(StoredTimes.of(now))
                .param(StoredTimes.of(settings.resumeAt(now)))
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        for (int place = 0; place < steps.size(); place++) {
            insert(id, place, steps.get(place), clusterName);
        }
        return new OperationId(id);
    }

    private void insert(long id, int place, Step step, Function<Target, String> clusterName) {
        Target target = step.target();
        database.sql("insert into operation_item (operation_id, place, cluster_id, cluster_name, kind, namespace, name,"
                        + " uid, what, input, state, memo) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', '')")
                .param(id)
                .param(place)
                .param(target.cluster().value())
                .param(clusterName.apply(target))
                .param(target.kind())
                .param(target.namespace())
                .param(target.name())
                .param(target.uid())
                .param(JSON.writeValueAsString(step.what()))
                .param(step.input())
                .update();
    }

    List<Operation> recent(long before, int limit) {
        List<Operation> operations = database.sql("select * from operation where id < ? order by id desc limit ?")
                .param(before)
                .param(limit)
                .query((row, number) -> OperationRows.operation(row))
                .list();
        return counted(operations);
    }

    Optional<Operation> find(OperationId id) {
        List<Operation> found = database.sql("select * from operation where id = ?")
                .param(id.value())
                .query((row, number) -> OperationRows.operation(row))
                .list();
        return counted(found).stream().findFirst();
    }

    List<OperationItem> items(OperationId id) {
        return database.sql("select * from operation_item where operation_id = ? order by place")
                .param(id.value())
                .query((row, number) -> OperationRows.item(row))
                .list();
    }

    /** What was not begun is not going to be. */
    @Transactional
    void stop(OperationId id) {
        touch(id);
        database.sql("update operation_item set state = 'STOPPED', ended_at = ?"
                        + " where operation_id = ? and state = 'WAITING'")
                .param(StoredTimes.of(clock.instant()))
                .param(id.value())
                .update();
    }

    /** What failed and what was stopped waits again; false if there is nothing of the kind. */
    @Transactional
    boolean retry(OperationId id, String actor) {
        touch(id);
        int waiting = database.sql("update operation_item set state = 'WAITING', ended_at = null"
                        + " where operation_id = ? and state in ('FAILED', 'STOPPED')")
                .param(id.value())
                .update();
        if (waiting > 0) {
            database.sql("update operation set actor = ?, ended_at = null, resume_at = ? where id = ?")
                    .param(actor)
                    .param(StoredTimes.of(settings.resumeAt(clock.instant())))
                    .param(id.value())
                    .update();
        }
        return waiting > 0;
    }

    private void touch(OperationId id) {
        database.sql("update operation set revision = revision + 1 where id = ?")
                .param(id.value())
                .update();
    }

    private List<Operation> counted(List<Operation> operations) {
        if (operations.isEmpty()) {
            return operations;
        }
        Map<Long, Map<ItemState, Integer>> counts = new HashMap<>();
        database.sql("select operation_id, state, count(*) from operation_item where operation_id in (:ids)"
                        + " group by operation_id, state")
                .param(
                        "ids",
                        operations.stream()
                                .map(operation -> operation.id().value())
                                .toList())
                .query(row -> {
                    counts.computeIfAbsent(row.getLong(1), id -> new EnumMap<>(ItemState.class))
                            .put(ItemState.valueOf(row.getString(2)), row.getInt(3));
                });
        List<Operation> counted = new ArrayList<>();
        for (Operation one : operations) {
            counted.add(new Operation(
                    one.id(),
                    one.kind(),
                    one.title(),
                    one.actor(),
                    one.requestedAt(),
                    one.endedAt(),
                    counts.getOrDefault(one.id().value(), Map.of())));
        }
        return counted;
    }
}
