package io.ansflow.workload;

import io.ansflow.base.Text;
import java.util.List;

/**
 * How far a change to a workload has come.
 *
 * @param wanted replicas; the other numbers are of those, whatever was there before it left aside
 * @param updated made from the current template
 * @param ready pass their readiness check, also those that are not updated
 * @param available ready for long enough
 * @param outdated still there, though they should not
 * @param obstacles what keeps it, one sentence each; none as long as nothing is known to
 */
public record RolloutStatus(
        State state, long wanted, long updated, long ready, long available, long outdated, List<Text> obstacles) {
    public RolloutStatus {
        obstacles = List.copyOf(obstacles);
    }

    /** Where it stands; texts under {@code workload.rollout.<NAME>}. */
    public enum State {
        /** Under way. */
        PROGRESSING,
        /** Everything is as wanted. */
        COMPLETE,
        /** Paused by somebody; goes no further. */
        PAUSED,
        /** The cluster has given up on it (ProgressDeadlineExceeded), though it may yet recover. */
        STUCK,
        /** Not complete in the time that we looked on. */
        TIMED_OUT,
        /** The workload does not exist any longer. */
        GONE
    }
}
