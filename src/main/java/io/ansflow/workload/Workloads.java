package io.ansflow.workload;

import io.ansflow.kubernetes.Answer;
import io.ansflow.operation.Target;
import io.ansflow.security.RequiresOperator;
import io.ansflow.security.RequiresViewer;
import java.util.List;

/**
 * Changes what runs in registered clusters. Every change is recorded, made in the cluster, and answered with what the
 * cluster said. A target with a uid is left alone if it was made anew since. Calls block their thread, and end by a
 * {@link java.util.concurrent.CancellationException} when it is interrupted. What makes no sense for a kind is an
 * {@link io.ansflow.operation.InvalidInput}, field {@code kind}.
 */
public interface Workloads {

    /** What the object is like now. */
    @RequiresViewer
    Answer<WorkloadState> state(Target target);

    /**
     * Scales a Deployment, StatefulSet or ReplicaSet, or whatever has a subresource {@code scale}.
     *
     * @param seen how many replicas were wanted when the person decided; a {@code CONFLICT}, reason {@code value}, if that
     *     has changed
     * @param replicas 0 or more
     */
    @RequiresOperator
    Answer<Target> scale(Target target, int seen, int replicas);

    /** Replaces the pods of a Deployment, StatefulSet or DaemonSet one after the other, as {@code kubectl rollout restart}. A Deployment that is paused is a {@code REFUSED}, reason {@code paused}. */
    @RequiresOperator
    Answer<Target> restart(Target target);

    /** Stops or goes on with the rollout of changes to a Deployment. */
    @RequiresOperator
    Answer<Target> pause(Target deployment, boolean paused);

    /** The revisions of a Deployment that its cluster still knows, the newest first. */
    @RequiresViewer
    Answer<List<Revision>> history(Target deployment);

    /**
     * Rolls a Deployment back to one of its revisions, which thereby becomes the newest. One that is paused is a {@code
     * REFUSED}, reason {@code paused}; a revision that the cluster does not know a {@code NOT_FOUND}, reason {@code revision}.
     */
    @RequiresOperator
    Answer<Target> rollBack(Target deployment, long revision);

    /** Suspends a CronJob, or lets it go on. */
    @RequiresOperator
    Answer<Target> suspend(Target cronJob, boolean suspended);

    /** Runs a CronJob's Job now, and returns that Job. */
    @RequiresOperator
    Answer<Target> runNow(Target cronJob);

    /** Keeps new pods off a node, or lets them on again. */
    @RequiresOperator
    Answer<Target> cordon(Target node, boolean cordoned);

    /**
     * Deletes any object but namespaces.
     *
     * @return true if it is gone, false if it is on its way out
     */
    @RequiresOperator
    Answer<Boolean> delete(Target target, Deletion how);
}
