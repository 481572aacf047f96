package io.ansflow.operation;

import io.ansflow.base.Text;
import io.ansflow.kubernetes.ClusterFailure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One object of an operation.
 *
 * @param place its place among them, from 0
 * @param clusterName the name that the cluster had when it was asked for
 * @param what is done to it, in a few words
 * @param failure why it failed the last time; null if it has not, or is tried again
 * @param begunAt when it was last begun; null before
 * @param endedAt when it was done with; null before
 */
public record OperationItem(
        int place,
        Target target,
        String clusterName,
        Text what,
        ItemState state,
        @Nullable ClusterFailure failure,
        @Nullable Instant begunAt,
        @Nullable Instant endedAt) {}
