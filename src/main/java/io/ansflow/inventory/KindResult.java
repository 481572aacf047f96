package io.ansflow.inventory;

import io.ansflow.kubernetes.ClusterFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one sync did about one kind.
 *
 * @param mode how it was read, or was tried to be read
 * @param rows stored when it ended
 * @param bytes response bodies, as they came over the wire
 * @param failure why it is not OK, or null if it is
 */
public record KindResult(
        KindId kind,
        SyncStatus status,
        SyncMode mode,
        long rows,
        long inserted,
        long updated,
        long deleted,
        long bytes,
        Duration took,
        @Nullable ClusterFailure failure) {}
