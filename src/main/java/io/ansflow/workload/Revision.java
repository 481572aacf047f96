package io.ansflow.workload;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An earlier or the current state of a Deployment's pods.
 *
 * @param number {@code deployment.kubernetes.io/revision}
 * @param replicaSet that keeps it
 * @param createdAt of the replica set, by the cluster's clock, or null
 * @param images of its containers
 * @param cause {@code kubernetes.io/change-cause}; often empty
 * @param replicas that it has now
 * @param current whether it is the one that is wanted now
 */
public record Revision(
        long number,
        String replicaSet,
        @Nullable Instant createdAt,
        List<String> images,
        String cause,
        long replicas,
        boolean current) {
    public Revision {
        images = List.copyOf(images);
    }
}
