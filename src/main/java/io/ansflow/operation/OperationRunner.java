package io.ansflow.operation;

import io.ansflow.base.Durable;
import io.ansflow.jobs.Leases;
import io.ansflow.jobs.Leases.Lease;
import io.ansflow.jobs.Leases.LeaseLost;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.operation.OperationKind.Outcome;
import io.ansflow.operation.OperationProgress.Open;
import io.ansflow.operation.OperationProgress.Work;
import io.ansflow.security.CurrentUser;
import io.ansflow.security.OnBehalf;
import io.ansflow.security.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Does what is left of operations, each in one process at a time, by lease. That an item is about to be done is written
 * down before, and how it ended after it: what was begun and not ended when a process died may have happened, and its kind
 * is told so.
 */
@Component
@EnableConfigurationProperties(OperationSettings.class)
class OperationRunner {
    private static final Logger log = LoggerFactory.getLogger(OperationRunner.class);

    private static final Duration RETRY = Duration.ofMillis(200);

    private final OperationProgress progress;
    private final Durable durable;
    private final List<OperationKind> kinds;
    private final Leases leases;
    private final OnBehalf onBehalf;
    private final CurrentUser user;
    private final OperationSettings settings;
    private final ApplicationEventPublisher events;

    OperationRunner(
            OperationProgress progress,
            Durable durable,
            List<OperationKind> kinds,
            Leases leases,
            OnBehalf onBehalf,
            CurrentUser user,
            OperationSettings settings,
            ApplicationEventPublisher events) {
        this.progress = progress;
        this.durable = durable;
        this.kinds = kinds;
        this.leases = leases;
        this.onBehalf = onBehalf;
        this.user = user;
        this.settings = settings;
        this.events = events;
    }

    static String leaseName(OperationId id) {
        return "operation/" + id;
    }

    /**
     * Does what is left of it. Waits while somebody else is at it, and does what they leave.
     *
     * @throws InterruptedException if interrupted; what was ended is written down
     */
    void run(OperationId id) throws InterruptedException {
        Optional<Work> work = progress.find(id);
        while (work.isPresent()) {
            Optional<Lease> lease = leases.acquire(leaseName(id), settings.lease());
            if (lease.isPresent()) {
                run(work.get(), lease.get());
            } else {
                Thread.sleep(RETRY);
            }
            work = progress.find(id);
        }
    }

    private void run(Work work, Lease lease) throws InterruptedException {
        try (ScheduledExecutorService heartbeat = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("operation-heartbeat").factory())) {
            progress.keep(work.id());
            long renewal = settings.renewal().toMillis();
            var _ = heartbeat.scheduleAtFixedRate(
                    () -> keep(work.id(), lease), renewal, renewal, TimeUnit.MILLISECONDS);
            onBehalf.of(work.actor(), () -> {
                perform(work, lease);
                return lease;
            });
        } catch (LeaseLost e) {
            log.debug("Operation {} is left to somebody else: {}", work.id(), e.getMessage());
        } catch (CancellationException e) {
            throw new InterruptedException("Operation " + work.id() + " was interrupted");
        } finally {
            leases.release(lease);
            events.publishEvent(new OperationChanged(work.id()));
        }
    }

    private void keep(OperationId id, Lease lease) {
        try {
            if (leases.renew(lease, settings.lease())) {
                progress.keep(id);
            }
        } catch (RuntimeException e) {
            log.warn("The lease of operation {} was not renewed: {}", id, e.toString());
        }
    }

    /** Over again, as items may be given back to be tried again meanwhile. */
    private void perform(Work work, Lease lease) {
        OperationKind kind = kinds.stream()
                .filter(one -> one.id().equals(work.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody does operations of the kind " + work.kind()));
        do {
            Parallel.map(
                    progress.open(work.id()),
                    settings.atOnce(),
                    item -> perform(work, lease, kind, item),
                    done -> events.publishEvent(new OperationChanged(work.id())));
        } while (!progress.finish(work.id(), lease));
    }

    private boolean perform(Work work, Lease lease, OperationKind kind, Open item) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Interrupted before the next object");
        }
        if (!progress.begin(work.id(), lease, item.place())) {
            return false;
        }
        durable.flush();
        events.publishEvent(new OperationChanged(work.id()));
        progress.end(work.id(), lease, item.place(), outcome(work, kind, item));
        return true;
    }

    /** A mistake of ours with one object keeps nothing from the others. */
    private Outcome outcome(Work work, OperationKind kind, Open item) {
        String cluster = item.attempt().step().target().cluster().toString();
        try (var _ = MDC.putCloseable("cluster", cluster)) {
            return user.has(Role.OPERATOR)
                    ? kind.perform(work.request(), item.attempt())
                    : Outcome.failed(ClusterFailure.because(FailureCode.FORBIDDEN, "role", work.actor()));
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error(
                    "Operation {} failed on our side at {}",
                    work.id(),
                    item.attempt().step().target().path(),
                    e);
            return new Outcome.Failed(
                    ClusterFailure.because(
                            FailureCode.SERVER_ERROR, "internal", work.id().toString()),
                    item.attempt().memo());
        }
    }
}
