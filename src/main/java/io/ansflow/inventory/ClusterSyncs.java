package io.ansflow.inventory;

import io.ansflow.base.ClusterId;
import io.ansflow.cluster.ClusterConnections;
import io.ansflow.inventory.WriteLane.WriteFailed;
import io.ansflow.jobs.Leases;
import io.ansflow.jobs.Leases.Lease;
import io.ansflow.jobs.Leases.LeaseLost;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.TableApi;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Syncs clusters: one sync per cluster at a time in the whole installation, by lease, and not too many at once in this
 * process. A cluster that is down is a finding, not an error.
 */
@Component
@EnableConfigurationProperties(SyncSettings.class)
class ClusterSyncs {
    private static final Logger log = LoggerFactory.getLogger(ClusterSyncs.class);
    private static final Duration RETRY = Duration.ofMillis(200);
    private static final int CATCH_UP_TRIES = 50;

    private final ClusterConnections connections;
    private final ResourceKinds kinds;
    private final KnownRows known;
    private final ResourceTable table;
    private final SyncStates states;
    private final SyncSchedule schedule;
    private final RunningSyncs running;
    private final Leases leases;
    private final SyncSettings settings;
    private final TransactionTemplate transaction;
    private final JdbcClient database;
    private final Clock clock;
    private final Semaphore places;

    ClusterSyncs(
            ClusterConnections connections,
            ResourceKinds kinds,
            KnownRows known,
            ResourceTable table,
            SyncStates states,
            SyncSchedule schedule,
            RunningSyncs running,
            Leases leases,
            SyncSettings settings,
            TransactionTemplate transaction,
            JdbcClient database,
            Clock clock) {
        this.connections = connections;
        this.kinds = kinds;
        this.known = known;
        this.table = table;
        this.states = states;
        this.schedule = schedule;
        this.running = running;
        this.leases = leases;
        this.settings = settings;
        this.transaction = transaction;
        this.database = database;
        this.clock = clock;
        this.places = new Semaphore(settings.clustersAtOnce());
    }

    static String leaseName(ClusterId id) {
        return "sync/" + id;
    }

    /**
     * Syncs the cluster, unless a sync was begun since {@code requestedAt} and has ended. Waits while another one is under
     * way.
     *
     * @return what was done; empty if another sync had done it
     * @throws NoSuchElementException if the cluster is gone
     * @throws InterruptedException if interrupted; what was written stays
     */
    Optional<List<KindResult>> syncUnlessDoneSince(
            Instant requestedAt, ClusterId id, boolean full, Consumer<RunningSync> progress)
            throws InterruptedException {
        places.acquire();
        try {
            while (!doneSince(requestedAt, id)) {
                Optional<Lease> lease = leases.acquire(leaseName(id), SyncRun.LEASE);
                if (lease.isPresent()) {
                    return Optional.of(sync(id, lease.get(), kinds.all(), full, progress));
                }
                Thread.sleep(RETRY);
            }
            return Optional.empty();
        } finally {
            places.release();
            running.ended(id);
        }
    }

    /** Brings some kinds up to date, after another sync of the cluster, unless that takes long. */
    void catchUp(ClusterId id, List<ResourceKind> some) throws InterruptedException {
        Optional<Lease> lease = leases.acquire(leaseName(id), SyncRun.LEASE);
        for (int tries = 0; lease.isEmpty() && tries < CATCH_UP_TRIES; tries++) {
            Thread.sleep(RETRY);
            lease = leases.acquire(leaseName(id), SyncRun.LEASE);
        }
        if (lease.isPresent()) {
            read(id, lease.get(), some, false, sync -> {});
            running.ended(id);
        }
    }

    private List<KindResult> sync(
            ClusterId id, Lease lease, List<ResourceKind> wanted, boolean full, Consumer<RunningSync> progress)
            throws InterruptedException {
        Instant begunAt = clock.instant();
        List<KindResult> results = read(id, lease, wanted, full, progress);
        boolean nothingRead = results.stream().allMatch(result -> result.status() == SyncStatus.FAILED);
        schedule.ended(id, begunAt, nothingRead);
        return results;
    }

    private List<KindResult> read(
            ClusterId id, Lease lease, List<ResourceKind> wanted, boolean full, Consumer<RunningSync> progress)
            throws InterruptedException {
        try (var _ = MDC.putCloseable("cluster", id.toString())) {
            String server = server(id);
            schedule.begun(id);
            Answer<TableApi> opened = connections.tables(id);
            SyncProgress told = new SyncProgress(
                    clock.instant(),
                    wanted.stream().map(kind -> kind.kind().id()).toList(),
                    sync -> {
                        running.moved(id, sync);
                        progress.accept(sync);
                    });
            try (TableApi api = api(opened);
                    WriteLane lane = new WriteLane(leases, lease, transaction)) {
                RowIds ids = new RowIds(known.nextId(id));
                ListTurns turns = new ListTurns(settings.listsAtOnce(), settings.listPatience());
                var context =
                        new SyncContext(id, server, api, lane, known, table, states, ids, turns, told, settings, clock);
                List<KindResult> results = new SyncRun(context, leases, lease).run(wanted, full);
                log(results);
                return results;
            }
        } catch (WriteFailed e) {
            if (e.getCause() instanceof LeaseLost) {
                throw new NoSuchElementException(
                        "The sync of cluster " + id + " was taken over, or the cluster is gone");
            }
            throw e;
        } finally {
            leases.release(lease);
        }
    }

    /** Of credentials that cannot be used every question fails in the same way. */
    private static TableApi api(Answer<TableApi> opened) {
        return switch (opened) {
            case Answer.Got<TableApi>(TableApi api) -> api;
            case Answer.Failed<TableApi>(ClusterFailure failure) -> new UnusableTableApi(failure);
        };
    }

    private boolean doneSince(Instant requestedAt, ClusterId id) {
        return schedule.lastBegun(id).map(begun -> !begun.isBefore(requestedAt)).orElse(false);
    }

    private String server(ClusterId id) {
        return database.sql("select server from cluster where id = ?")
                .param(id.value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("Cluster " + id + " is gone"));
    }

    private static void log(List<KindResult> results) {
        results.forEach(result -> log.debug(
                "{} {} {}: {} rows, +{} ~{} -{}, {} bytes in {} ms",
                result.kind(),
                result.mode(),
                result.status(),
                result.rows(),
                result.inserted(),
                result.updated(),
                result.deleted(),
                result.bytes(),
                result.took().toMillis()));
    }
}
