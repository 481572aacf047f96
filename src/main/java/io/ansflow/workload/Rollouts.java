package io.ansflow.workload;

import io.ansflow.kubernetes.Answer;
import io.ansflow.operation.Target;
import io.ansflow.security.RequiresViewer;
import java.time.Duration;
import java.util.function.Consumer;

/** Looks on while a change to a Deployment, StatefulSet or DaemonSet is carried out. */
public interface Rollouts {
    /**
     * Follows the workload until it is as wanted, is stuck or gone, or the time is over. Failures to reach the cluster
     * meanwhile are put up with until then.
     *
     * @param sink told of every change, on the calling thread
     * @return where it ended, never {@code PROGRESSING}
     * @throws java.util.concurrent.CancellationException when the thread is interrupted, which it stays
     */
    @RequiresViewer
    Answer<RolloutStatus> follow(Target target, Duration atMost, Consumer<RolloutStatus> sink);
}
