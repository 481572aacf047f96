package io.ansflow.cluster;

import io.ansflow.base.ClusterId;
import io.ansflow.jobs.Leases;
import io.ansflow.jobs.Leases.Lease;
import io.ansflow.jobs.Leases.LeaseLost;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.ConnectionCheck;
import io.ansflow.kubernetes.Diagnosis;
import io.ansflow.kubernetes.Diagnosis.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks registered clusters and records what was found: one check per cluster at a time in the whole installation, by
 * lease. A cluster that is down is a finding, not an error.
 */
@Component
class ClusterChecks {
    private static final Logger log = LoggerFactory.getLogger(ClusterChecks.class);

    /** Longer than the longest check, so that only a dead process loses its lease. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration RETRY = Duration.ofMillis(200);

    private final ClusterRepository clusters;
    private final StatusRepository statuses;
    private final ClusterAccesses accesses;
    private final ConnectionCheck connectionCheck;
    private final StatusRecorder recorder;
    private final RunningChecks running;
    private final Leases leases;
    private final TransactionTemplate transaction;

    ClusterChecks(
            ClusterRepository clusters,
            StatusRepository statuses,
            ClusterAccesses accesses,
            ConnectionCheck connectionCheck,
            StatusRecorder recorder,
            RunningChecks running,
            Leases leases,
            TransactionTemplate transaction) {
        this.clusters = clusters;
        this.statuses = statuses;
        this.accesses = accesses;
        this.connectionCheck = connectionCheck;
        this.recorder = recorder;
        this.running = running;
        this.leases = leases;
        this.transaction = transaction;
    }

    static String leaseName(ClusterId id) {
        return "check/" + id;
    }

    /**
     * Checks the cluster, unless a check has ended since {@code requestedAt}. Waits while another one is under way.
     *
     * @return what was found; empty if another check had done it, or the cluster is gone
     * @throws InterruptedException if interrupted while waiting
     */
    Optional<Diagnosis> checkUnlessDoneSince(Instant requestedAt, ClusterId id, CheckProgress progress)
            throws InterruptedException {
        while (!doneSince(requestedAt, id)) {
            Optional<Lease> lease = leases.acquire(leaseName(id), LEASE);
            if (lease.isPresent()) {
                Optional<Diagnosis> diagnosis = check(id, lease.get(), progress);
                if (diagnosis.isPresent()) {
                    return diagnosis;
                }
            } else {
                Thread.sleep(RETRY);
            }
        }
        running.ended(id);
        return Optional.empty();
    }

    private Optional<Diagnosis> check(ClusterId id, Lease lease, CheckProgress progress) {
        try (var _ = MDC.putCloseable("cluster", id.toString())) {
            ClusterEntity cluster = clusters.findById(id.value()).orElseThrow();
            Diagnosis diagnosis = diagnose(cluster, running.follow(id, progress));
            transaction.executeWithoutResult(status -> {
                leases.confirm(lease);
                StatusEntity found = statuses.findById(id.value()).orElseThrow();
                log(cluster, found, diagnosis);
                recorder.record(found, diagnosis);
            });
            return Optional.of(diagnosis);
        } catch (LeaseLost | NoSuchElementException e) {
            log.debug("The check of cluster {} came to nothing: {}", id, e.getMessage());
            return Optional.empty();
        } finally {
            leases.release(lease);
            running.ended(id);
        }
    }

    private Diagnosis diagnose(ClusterEntity cluster, CheckProgress progress) {
        return switch (accesses.of(cluster)) {
            case Answer.Got<ClusterAccess>(ClusterAccess access) -> connectionCheck.check(access, progress);
            case Answer.Failed<ClusterAccess>(ClusterFailure failure) ->
                new Diagnosis.Failed(failure, new Trace(List.of(), Duration.ZERO, 0));
        };
    }

    private boolean doneSince(Instant requestedAt, ClusterId id) {
        return statuses.findById(id.value())
                .map(status -> status.checkedAt != null && !status.checkedAt.isBefore(requestedAt))
                .orElse(true);
    }

    /** Once when it changes; what stays as it is would only fill the log. */
    private static void log(ClusterEntity cluster, StatusEntity before, Diagnosis diagnosis) {
        if (before.reachability == diagnosis.reachability()) {
            log.debug("{} is still {}", cluster.name, diagnosis.reachability());
        } else {
            log.info("{} is {} (was {})", cluster.name, diagnosis.reachability(), before.reachability);
        }
    }
}
