package io.ansflow.inventory;

import io.ansflow.kubernetes.ClusterFailure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of the syncs of one kind in one cluster.
 *
 * @param fullDueAt when everything is to be read again, whatever happens until then
 * @param resourceVersion where to go on; null if the rows are not a state that the cluster ever had
 * @param path where the API served the kind the last time
 * @param basis what the rows were made from besides the cluster's data
 */
record KindSyncState(
        SyncStatus status,
        @Nullable ClusterFailure failure,
        Instant triedAt,
        @Nullable SyncMode mode,
        @Nullable Instant asOf,
        @Nullable Instant fullAt,
        @Nullable Instant fullDueAt,
        long rows,
        @Nullable String resourceVersion,
        @Nullable String path,
        @Nullable String basis) {

    /** Whether reading what changed since then would make the rows true again. */
    boolean canCatchUp(String currentBasis, Instant now) {
        return resourceVersion != null
                && path != null
                && currentBasis.equals(basis)
                && fullDueAt != null
                && now.isBefore(fullDueAt);
    }

    /** The state of rows that are all there is. */
    static KindSyncState complete(
            Instant now, Instant fullDueAt, long rows, @Nullable String resourceVersion, String path, String basis) {
        return new KindSyncState(
                SyncStatus.OK, null, now, SyncMode.FULL, now, now, fullDueAt, rows, resourceVersion, path, basis);
    }

    /** The same once all that changed since is in the rows. */
    KindSyncState caughtUp(Instant now, long newRows, String newVersion) {
        return new KindSyncState(
                SyncStatus.OK, null, now, SyncMode.CATCH_UP, now, fullAt, fullDueAt, newRows, newVersion, path, basis);
    }

    /** The same with another number of rows. */
    KindSyncState withRows(long otherRows) {
        return new KindSyncState(
                status, failure, triedAt, mode, asOf, fullAt, fullDueAt, otherRows, resourceVersion, path, basis);
    }

    /** The same after a try that did not succeed. */
    KindSyncState failed(SyncStatus newStatus, ClusterFailure why, Instant now) {
        return new KindSyncState(
                newStatus, why, now, mode, asOf, fullAt, fullDueAt, rows, resourceVersion, path, basis);
    }
}
