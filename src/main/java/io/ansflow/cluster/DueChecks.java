package io.ansflow.cluster;

import io.ansflow.base.ClusterId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Enqueues the checks that are due. When a check is due stands in the database, so nothing is lost with a process; a
 * check is claimed before it is enqueued, so several processes do not enqueue it twice.
 */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "ansflow.checks.scheduled", matchIfMissing = true)
class DueChecks {
    /** When a claimed check that never ran becomes due again. */
    private static final Duration CLAIM = Duration.ofMinutes(3);

    private static final int BATCH = 200;

    private final StatusRepository statuses;
    private final JobRequestScheduler jobs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DueChecks(StatusRepository statuses, JobRequestScheduler jobs, TransactionTemplate transaction, Clock clock) {
        this.statuses = statuses;
        this.jobs = jobs;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void enqueue() {
        Instant now = clock.instant();
        for (var due : statuses.due(now, Limit.of(BATCH))) {
            Integer claimed =
                    transaction.execute(status -> statuses.claim(due.clusterId(), due.plannedFor(), now.plus(CLAIM)));
            if (claimed != null && claimed == 1) {
                jobs.enqueue(CheckCluster.of(new ClusterId(due.clusterId()), now));
            }
        }
    }
}
