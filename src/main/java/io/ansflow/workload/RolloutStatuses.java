package io.ansflow.workload;

import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.workload.RolloutStatus.State;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * How far a rollout is, by what the controller wrote into the status: as {@code kubectl rollout status} reads it.
 *
 * @see <a href="https://github.com/kubernetes/kubectl/blob/v0.33.0/pkg/polymorphichelpers/rollout_status.go">rollout_status.go</a>
 */
final class RolloutStatuses {
    private static final Map<String, Function<KubeObject, RolloutStatus>> BY_KIND = Map.of(
            "deployments", RolloutStatuses::deployment,
            "statefulsets", RolloutStatuses::statefulSet,
            "daemonsets", RolloutStatuses::daemonSet);

    static final RolloutStatus GONE = new RolloutStatus(State.GONE, 0, 0, 0, 0, 0, List.of());

    private RolloutStatuses() {}

    static boolean known(String kind) {
        return BY_KIND.containsKey(kind);
    }

    /** @param kind one that is known */
    static RolloutStatus of(String kind, KubeObject object) {
        return Objects.requireNonNull(BY_KIND.get(kind)).apply(object);
    }

    private static RolloutStatus deployment(KubeObject object) {
        long wanted = object.number(1, "spec", "replicas");
        long updated = status(object, "updatedReplicas");
        long available = status(object, "availableReplicas");
        long outdated = Math.max(0, status(object, "replicas") - updated);
        boolean complete = observed(object) && updated >= wanted && outdated == 0 && available >= updated;
        State state = complete ? State.COMPLETE : State.PROGRESSING;
        if (!complete && object.at("spec", "paused").asBoolean(false)) {
            state = State.PAUSED;
        } else if (!complete && observed(object) && givenUp(object)) {
            state = State.STUCK;
        }
        return new RolloutStatus(
                state, wanted, updated, status(object, "readyReplicas"), available, outdated, List.of());
    }

    private static RolloutStatus statefulSet(KubeObject object) {
        long wanted = object.number(1, "spec", "replicas");
        long updated = status(object, "updatedReplicas");
        long ready = status(object, "readyReplicas");
        long replicas = status(object, "replicas");
        boolean byHand = object.text("spec", "updateStrategy", "type").equals("OnDelete");
        long partition = object.number(0, "spec", "updateStrategy", "rollingUpdate", "partition");
        // Once all pods are of the newest revision it becomes the current one, and none counts as updated any more.
        boolean sameRevision = object.text("status", "updateRevision").equals(object.text("status", "currentRevision"));
        boolean allUpdated = sameRevision || (partition > 0 && updated >= wanted - partition);
        boolean settled = observed(object) && ready >= wanted && replicas <= wanted;
        State state = settled && allUpdated ? State.COMPLETE : State.PROGRESSING;
        if (settled && !allUpdated && byHand) {
            state = State.PAUSED;
        }
        long current = sameRevision ? replicas : updated;
        return new RolloutStatus(
                state,
                wanted,
                current,
                ready,
                object.at("status").has("availableReplicas") ? status(object, "availableReplicas") : ready,
                Math.max(0, replicas - current),
                List.of());
    }

    private static RolloutStatus daemonSet(KubeObject object) {
        long wanted = status(object, "desiredNumberScheduled");
        long updated = status(object, "updatedNumberScheduled");
        long available = status(object, "numberAvailable");
        long outdated =
                Math.max(0, status(object, "currentNumberScheduled") - updated) + status(object, "numberMisscheduled");
        boolean byHand = object.text("spec", "updateStrategy", "type").equals("OnDelete");
        boolean complete = observed(object) && updated >= wanted && available >= wanted;
        State state = complete ? State.COMPLETE : State.PROGRESSING;
        if (observed(object) && byHand && updated < wanted && available >= wanted) {
            state = State.PAUSED;
        }
        return new RolloutStatus(state, wanted, updated, status(object, "numberReady"), available, outdated, List.of());
    }

    /** Whether the controller has seen the object as it is; its status is about something older until then. */
    private static boolean observed(KubeObject object) {
        return object.number(0, "status", "observedGeneration") >= object.number(0, "metadata", "generation");
    }

    private static boolean givenUp(KubeObject deployment) {
        return StreamSupport.stream(deployment.at("status", "conditions").spliterator(), false)
                .anyMatch(condition -> condition.path("type").asString("").equals("Progressing")
                        && condition.path("reason").asString("").equals("ProgressDeadlineExceeded"));
    }

    private static long status(KubeObject object, String field) {
        return object.number(0, "status", field);
    }
}
