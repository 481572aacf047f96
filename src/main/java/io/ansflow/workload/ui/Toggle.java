package io.ansflow.workload.ui;

import io.ansflow.kubernetes.Answer;
import io.ansflow.operation.Target;
import io.ansflow.workload.WorkloadAction;
import io.ansflow.workload.WorkloadState;
import io.ansflow.workload.Workloads;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What stops something, and lets it go on.
 *
 * @param stop key of the texts of stopping it
 * @param goOn key of the texts of letting it go on
 * @param stopped whether it is stopped
 */
record Toggle(String stop, String goOn, Predicate<WorkloadState> stopped, Change change) {
    private static final Map<WorkloadAction, Toggle> ALL = Map.of(
            WorkloadAction.PAUSE,
            new Toggle("workload.pause", "workload.resume", WorkloadState::paused, Workloads::pause),
            WorkloadAction.SUSPEND,
            new Toggle("workload.suspend", "workload.unsuspend", WorkloadState::suspended, Workloads::suspend),
            WorkloadAction.CORDON,
            new Toggle("workload.cordon", "workload.uncordon", WorkloadState::unschedulable, Workloads::cordon));

    /** Stops it, or lets it go on. */
    interface Change {
        Answer<Target> make(Workloads workloads, Target target, boolean stopped);
    }

    static Optional<Toggle> of(WorkloadAction action) {
        return Optional.ofNullable(ALL.get(action));
    }

    boolean isStopped(WorkloadState state) {
        return stopped.test(state);
    }

    /** Key of the texts of what would be done to an object in this state. */
    String key(WorkloadState state) {
        return isStopped(state) ? goOn : stop;
    }

    /** Does the opposite of what the object is in. */
    Answer<Target> turn(Workloads workloads, WorkloadState state) {
        return change.make(workloads, state.target(), !isStopped(state));
    }
}
