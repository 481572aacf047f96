package io.ansflow.workload;

import io.ansflow.kubernetes.object.DeleteRequest.Propagation;

/**
 * How an object is deleted.
 *
 * @param propagation what becomes of what it owns
 * @param force pods only: forget it at once, without waiting for its node, where it may go on running
 */
public record Deletion(Propagation propagation, boolean force) {
    /** What it owns goes after it; a pod may end by itself. */
    public static final Deletion NORMAL = new Deletion(Propagation.BACKGROUND, false);
}
