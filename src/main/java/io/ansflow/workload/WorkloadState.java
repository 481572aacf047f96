package io.ansflow.workload;

import io.ansflow.operation.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an action has to know of an object first. What its kind does not have is null or empty.
 *
 * @param target with the uid that it has now
 * @param replicas wanted
 * @param paused whether a rollout is paused
 * @param suspended whether a CronJob is suspended
 * @param unschedulable whether a node is cordoned
 * @param images of its containers, without repetition
 * @param selector of its pods, in the syntax of the API
 */
public record WorkloadState(
        Target target,
        @Nullable Integer replicas,
        boolean paused,
        boolean suspended,
        boolean unschedulable,
        List<String> images,
        String selector) {
    public WorkloadState {
        images = List.copyOf(images);
    }
}
