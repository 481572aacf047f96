package io.ansflow.audit;

import io.ansflow.audit.AuditEntry.Outcome;
import io.ansflow.base.ClusterId;
import io.ansflow.base.Durable;
import io.ansflow.base.Text;
import io.ansflow.security.CurrentUser;
import io.ansflow.security.RequiresOperator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/**
 * The record of what people did. An action is written down, and committed, before it is taken, and its outcome after it:
 * a process that dies in between leaves the trace that something was begun.
 */
@Component
public class AuditLog {
    private static final int MAX_TARGET = 500;
    private static final int MAX_TEXT = 2000;
    private static final String COLUMNS =
            "id, begun_at, ended_at, actor, action, cluster_id, cluster_name, target, details," + " outcome, message";

    private final JdbcClient database;
    private final Durable durable;
    private final CurrentUser user;
    private final Clock clock;

    AuditLog(JdbcClient database, Durable durable, CurrentUser user, Clock clock) {
        this.database = database;
        this.durable = durable;
        this.user = user;
        this.clock = clock;
    }

    /** The cluster that something is done to, by the name that it has now. */
    public record Subject(@Nullable ClusterId id, String name) {}

    /**
     * What somebody is about to do.
     *
     * @see AuditEntry
     */
    public record Action(String name, @Nullable Subject cluster, String target, String details) {}

    /**
     * Does the work between writing down what is about to be done and how it ended: each is committed by itself, so not from
     * within a transaction.
     *
     * @param work a {@code RuntimeException} of it counts as failure and is thrown on; its message must hold no secret. After
     *     a {@code CancellationException} nobody knows whether it happened: the entry stays as it was begun
     */
    public <T> T recording(Action action, Supplier<T> work) {
        return recording(action, work, result -> Optional.empty());
    }

    /**
     * The same for work that fails by what it returns.
     *
     * @param failure why a result is none of success, in one sentence without secrets; empty if it is one
     */
    public <T> T recording(Action action, Supplier<T> work, Function<T, Optional<Text>> failure) {
        Assert.state(
                !TransactionSynchronizationManager.isActualTransactionActive(),
                "What is written down within a transaction would be lost with it");
        long entry = begin(action);
        durable.flush();
        T result;
        try {
            result = work.get();
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            failed(entry, StoredText.plain(String.valueOf(e.getMessage())));
            throw e;
        }
        failure.apply(result).ifPresentOrElse(why -> failed(entry, why), () -> succeeded(entry));
        return result;
    }

    /** Writes down, in the name of the caller, what is about to be done; returns the entry's id. */
    long begin(Action action) {
        Subject cluster = action.cluster();
        var key = new GeneratedKeyHolder();
        database.sql(
                        "insert into audit_entry (begun_at, actor, action, cluster_id, cluster_name, target, details, outcome,"
                                + " message) values (?, ?, ?, ?, ?, ?, ?, ?, '')")
                .param(utc(clock.instant()))
                .param(user.name().isEmpty() ? "system" : user.name())
                .param(action.name())
                .param(
                        cluster == null || cluster.id() == null
                                ? null
                                : cluster.id().value())
                .param(cluster == null ? null : cluster.name())
                .param(shortened(action.target(), MAX_TARGET))
                .param(shortened(action.details(), MAX_TEXT))
                .param(Outcome.STARTED.name())
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    void succeeded(long entry) {
        end(entry, Outcome.SUCCEEDED, "");
    }

    /**
     * Writes down that it failed.
     *
     * @param why one sentence without secrets
     */
    void failed(long entry, Text why) {
        end(entry, Outcome.FAILED, StoredText.write(why, MAX_TEXT));
    }

    /**
     * The newest entries first, {@code limit} at most.
     *
     * @param before only entries older than the one with this id; {@code Long.MAX_VALUE} for the newest
     */
    @RequiresOperator
    @Transactional(readOnly = true)
    public List<AuditEntry> read(AuditQuery query, long before, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(before));
        StringBuilder where = new StringBuilder(" where id < ?");
        query.cluster().ifPresent(id -> {
            where.append(" and cluster_id = ?");
            parameters.add(id.value());
        });
        if (!query.outcomes().isEmpty()) {
            where.append(" and outcome in (")
                    .append(String.join(
                            ", ", Collections.nCopies(query.outcomes().size(), "?")))
                    .append(")");
            query.outcomes().forEach(outcome -> parameters.add(outcome.name()));
        }
        if (!query.text().isEmpty()) {
            where.append(" and (locate(?, lower(actor)) > 0 or locate(?, lower(target)) > 0"
                    + " or locate(?, lower(cluster_name)) > 0)");
            parameters.addAll(Collections.nCopies(3, query.text().toLowerCase(Locale.ROOT)));
        }
        parameters.add(limit);
        return database.sql("select " + COLUMNS + " from audit_entry" + where + " order by id desc limit ?")
                .params(parameters)
                .query(AuditLog::entry)
                .list();
    }

    private void end(long entry, Outcome outcome, String message) {
        database.sql(
                        "update audit_entry set outcome = ?, message = ?, ended_at = ? where id = ? and outcome = 'STARTED'")
                .param(outcome.name())
                .param(message)
                .param(utc(clock.instant()))
                .param(entry)
                .update();
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        LocalDateTime ended = row.getObject("ended_at", LocalDateTime.class);
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("begun_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                ended == null ? null : ended.toInstant(ZoneOffset.UTC),
                row.getString("actor"),
                row.getString("action"),
                row.getObject("cluster_id", Long.class),
                row.getString("cluster_name"),
                row.getString("target"),
                row.getString("details"),
                Outcome.valueOf(row.getString("outcome")),
                StoredText.read(row.getString("message")));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
