package io.ansflow.workload;

import io.ansflow.kubernetes.Answer;
import io.ansflow.operation.Target;
import io.ansflow.security.RequiresOperator;
import io.ansflow.security.RequiresViewer;
import java.util.Optional;

/** The autoscalers of workloads. */
public interface Autoscalers {
    /** The autoscaler that aims at the workload, if there is one. */
    @RequiresViewer
    Answer<Optional<Autoscaler>> of(Target workload);

    /**
     * Creates or changes the autoscaler of a workload.
     *
     * @param takeOver whether fields that others decided about become ours
     * @throws io.ansflow.operation.InvalidInput if its numbers make no sense
     */
    @RequiresOperator
    Answer<Autoscaler> save(Target workload, Autoscaler autoscaler, boolean takeOver);
}
