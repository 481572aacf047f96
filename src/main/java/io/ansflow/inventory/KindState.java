package io.ansflow.inventory;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.ClusterFailure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How well the resources of one kind in one cluster are known.
 *
 * @param status of the last try
 * @param failure why the last try was not OK, or null if it was
 * @param triedAt when the last try ended
 * @param mode of the last try that was OK, or null before the first
 * @param asOf when the last try that was OK ended: everything up to then is known; null before the first
 * @param fullAt when they were last all read, or null before the first time
 * @param rows how many are stored
 * @param stale whether {@code asOf} is longer ago than it should be, or the last try was not OK
 * @param removedAt when the stored ones will be removed if nothing changes, as they cannot be read any more; else null
 */
public record KindState(
        ClusterId cluster,
        KindId kind,
        SyncStatus status,
        @Nullable ClusterFailure failure,
        Instant triedAt,
        @Nullable SyncMode mode,
        @Nullable Instant asOf,
        @Nullable Instant fullAt,
        long rows,
        boolean stale,
        @Nullable Instant removedAt) {}
