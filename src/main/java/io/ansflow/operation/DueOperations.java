package io.ansflow.operation;

import io.ansflow.base.StoredTimes;
import io.ansflow.jobs.Leases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sees to it that operations go on that nobody works on any more, tells of the progress that other processes make, and
 * forgets old ones.
 */
@Component
@ConditionalOnWebApplication
class DueOperations {
    /** How long after its end an operation of another process is still news. */
    private static final Duration NEWS = Duration.ofMinutes(1);

    private static final int BATCH = 100;
    private static final int MOST_FORGOTTEN = 10_000;

    private final JdbcClient database;
    private final JobRequestScheduler jobs;
    private final Leases leases;
    private final OperationSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private Map<Long, Long> known = Map.of();

    DueOperations(
            JdbcClient database,
            JobRequestScheduler jobs,
            Leases leases,
            OperationSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.jobs = jobs;
        this.leases = leases;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    private record Due(OperationId id, Instant resumeAt) {}

    /** Whose process died has no job any more if it died before there was one, or after too many tries. */
    @Scheduled(fixedDelayString = "PT5S")
    void resume() {
        Instant now = clock.instant();
        List<Due> due = database.sql(
                        "select id, resume_at from operation where resume_at <= ? order by resume_at limit ?")
                .param(StoredTimes.of(now))
                .param(BATCH)
                .query((row, number) -> new Due(new OperationId(row.getLong(1)), StoredTimes.read(row, "resume_at")))
                .list();
        for (Due operation : due) {
            if (claim(operation, now)) {
                jobs.enqueue(RunOperation.of(operation.id()));
            }
        }
    }

    @Scheduled(fixedDelayString = "PT2S")
    synchronized void compare() {
        Map<Long, Long> now = new HashMap<>();
        database.sql("select id, revision from operation where resume_at is not null or ended_at > ?")
                .param(StoredTimes.of(clock.instant().minus(NEWS)))
                .query(row -> {
                    now.put(row.getLong(1), row.getLong(2));
                });
        Map<Long, Long> before = known;
        known = now;
        now.forEach((id, revision) -> {
            if (!Objects.equals(revision, before.get(id))) {
                events.publishEvent(new OperationChanged(new OperationId(id)));
            }
        });
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forget() {
        List<Long> old = database.sql("select id from operation where ended_at < ? limit ?")
                .param(StoredTimes.of(clock.instant().minus(settings.retention())))
                .param(MOST_FORGOTTEN)
                .query((row, number) -> row.getLong(1))
                .list();
        for (long id : old) {
            database.sql("delete from operation where id = ? and ended_at is not null")
                    .param(id)
                    .update();
            leases.forget(OperationRunner.leaseName(new OperationId(id)));
        }
    }

    private boolean claim(Due operation, Instant now) {
        return database.sql("update operation set resume_at = ? where id = ? and resume_at = ?")
                        .param(StoredTimes.of(settings.resumeAt(now)))
                        .param(operation.id().value())
                        .param(StoredTimes.of(operation.resumeAt()))
                        .update()
                == 1;
    }
}
