package io.ansflow.inventory;

import io.ansflow.kubernetes.ClusterFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Stores what came of the sync of one kind in one cluster, once its rows are committed, and tells it. */
final class KindOutcome {
    private final SyncContext context;
    private final KindId id;
    private final String basis;
    private final Tally tally;
    private final long start = System.nanoTime();

    /**
     * @param basis what rows are made from besides the cluster's data
     * @param tally of what the sync has done by then
     */
    KindOutcome(SyncContext context, KindId id, String basis, Tally tally) {
        this.context = context;
        this.id = id;
        this.basis = basis;
        this.tally = tally;
    }

    /** All that changed since the state before was written. */
    KindResult caughtUp(KindSyncState before, String resourceVersion) {
        context.lane().finish(() -> {
            tally.rows = before.rows() + tally.inserted - tally.deleted;
            save(before.caughtUp(context.clock().instant(), tally.rows, resourceVersion));
        });
        return result(SyncStatus.OK, SyncMode.CATCH_UP, null);
    }

    /**
     * All there is was written.
     *
     * @param path where it was listed
     * @param resourceVersion of the list; empty if it cannot be watched from there
     */
    KindResult complete(String path, String resourceVersion) {
        context.lane().finish(() -> {
            Instant now = context.clock().instant();
            Instant due = now.plus(context.settings().untilFull(RandomGenerator.getDefault()));
            String version = resourceVersion.isEmpty() ? null : resourceVersion;
            save(KindSyncState.complete(now, due, tally.rows, version, path, basis));
        });
        return result(SyncStatus.OK, SyncMode.FULL, null);
    }

    /** Not all was read, or nothing; what was stays. */
    KindResult failed(SyncMode mode, ClusterFailure failure) {
        SyncStatus status = status(failure);
        context.lane().finish(() -> {
            Instant now = context.clock().instant();
            tally.rows = context.known().count(context.cluster(), id);
            // Read again, as what was written meanwhile may have changed where to go on.
            KindSyncState stored = context.states()
                    .find(context.cluster(), id)
                    .orElseGet(() ->
                            new KindSyncState(status, failure, now, null, null, null, null, 0, null, null, basis));
            save(stored.withRows(tally.rows).failed(status, failure, now));
        });
        return result(status, mode, failure);
    }

    private void save(KindSyncState state) {
        context.states().save(context.cluster(), id, state);
    }

    private static SyncStatus status(ClusterFailure failure) {
        return switch (failure.code()) {
            case FORBIDDEN -> SyncStatus.FORBIDDEN;
            case NOT_FOUND -> SyncStatus.ABSENT;
            default -> SyncStatus.FAILED;
        };
    }

    private KindResult result(SyncStatus status, SyncMode mode, @Nullable ClusterFailure failure) {
        KindResult result = new KindResult(
                id,
                status,
                mode,
                tally.rows,
                tally.inserted,
                tally.updated,
                tally.deleted,
                tally.bytes.get(),
                Duration.ofNanos(System.nanoTime() - start),
                failure);
        context.progress().ended(id, result);
        return result;
    }
}
