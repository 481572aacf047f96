package io.ansflow.inventory;

import io.ansflow.inventory.WriteLane.WriteFailed;
import io.ansflow.jobs.Leases;
import io.ansflow.jobs.Leases.Lease;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Syncs the kinds of one cluster, some at the same time, and keeps the lease while that takes. */
final class SyncRun {
    /** Longer than a pause of the process that is worth waiting for. */
    static final Duration LEASE = Duration.ofMinutes(1);

    private static final KindId LONGEST = new KindId("pods");

    private static final Duration RENEWAL = Duration.ofSeconds(15);

    /** Where one kind fails by these, the others would as well. */
    private static final Set<FailureCode> OF_THE_CLUSTER = EnumSet.of(
            FailureCode.CREDENTIAL_INVALID,
            FailureCode.KUBECONFIG_REFUSED,
            FailureCode.ADDRESS_NOT_ALLOWED,
            FailureCode.DNS_NOT_FOUND,
            FailureCode.CONNECTION_REFUSED,
            FailureCode.CONNECT_TIMEOUT,
            FailureCode.TLS_UNTRUSTED,
            FailureCode.TLS_HOSTNAME_MISMATCH,
            FailureCode.TLS_EXPIRED,
            FailureCode.TLS_FAILED,
            FailureCode.UNAUTHORIZED,
            FailureCode.CREDENTIAL_EXPIRED);

    private final SyncContext context;
    private final Leases leases;
    private final Lease lease;
    private final AtomicReference<@Nullable ClusterFailure> ofTheCluster = new AtomicReference<>();
    private final long deadline;
    private long renewAt = System.nanoTime() + RENEWAL.toNanos();

    SyncRun(SyncContext context, Leases leases, Lease lease) {
        this.context = context;
        this.leases = leases;
        this.lease = lease;
        this.deadline = System.nanoTime() + context.settings().deadline().toNanos();
    }

    /**
     * Does it.
     *
     * @return a result for every kind, in their order
     * @throws InterruptedException if interrupted; what was written stays
     * @throws WriteFailed if the database failed, or the lease was lost
     */
    List<KindResult> run(List<ResourceKind> kinds, boolean full) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(
                context.settings().kindsAtOnce(),
                Thread.ofVirtual().name("sync-" + context.cluster() + "-", 1).factory());
        try {
            Map<ResourceKind, Future<KindResult>> running = new HashMap<>();
            longestFirst(kinds).forEach(kind -> running.put(kind, threads.submit(() -> sync(kind, full))));
            List<KindResult> results = new ArrayList<>();
            for (ResourceKind kind : kinds) {
                results.add(await(Objects.requireNonNull(running.get(kind)), kind));
            }
            return results;
        } finally {
            threads.shutdownNow();
            threads.close();
        }
    }

    /** While the server makes the longest list, the others can be read. */
    static List<ResourceKind> longestFirst(List<ResourceKind> kinds) {
        return kinds.stream()
                .sorted(Comparator.comparing(kind -> !kind.kind().id().equals(LONGEST)))
                .toList();
    }

    private KindResult sync(ResourceKind kind, boolean full) {
        KindSync sync = new KindSync(context, kind);
        ClusterFailure known = ofTheCluster.get();
        if (known != null) {
            return sync.notTried(known);
        }
        KindResult result = sync.run(full);
        ClusterFailure failure = result.failure();
        if (failure != null && OF_THE_CLUSTER.contains(failure.code())) {
            ofTheCluster.compareAndSet(null, failure);
        }
        return result;
    }

    private KindResult await(Future<KindResult> sync, ResourceKind kind) throws InterruptedException {
        while (true) {
            long now = System.nanoTime();
            if (now - renewAt >= 0) {
                leases.renew(lease, LEASE);
                renewAt = now + RENEWAL.toNanos();
            }
            try {
                return sync.get(Math.min(renewAt - now, Math.max(0, deadline - now)), TimeUnit.NANOSECONDS);
            } catch (TimeoutException stillRunning) {
                if (System.nanoTime() - deadline >= 0) {
                    sync.cancel(true);
                    return new KindSync(context, kind)
                            .notTried(ClusterFailure.because(
                                    FailureCode.RESPONSE_TIMEOUT,
                                    ClusterFailure.DEADLINE,
                                    kind.kind().id().value()));
                }
            } catch (ExecutionException e) {
                throw failure(e.getCause());
            }
        }
    }

    /** What the writer met with tells more than what its readers saw of it. */
    private RuntimeException failure(@Nullable Throwable cause) throws InterruptedException {
        RuntimeException ofTheWriter = context.lane().failure();
        if (ofTheWriter != null) {
            return new WriteFailed(ofTheWriter);
        }
        if (cause instanceof CancellationException) {
            throw new InterruptedException("The sync was interrupted");
        }
        return cause instanceof RuntimeException failure
                ? failure
                : new IllegalStateException("A sync failed on our side", cause);
    }
}
