package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.api.Writer;
import io.ansflow.kubernetes.simulated.store.ObjectKey;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Says how far a deployment is. */
final class DeploymentStatus {
    private static final String PROGRESSING = "Progressing";

    private final Plane plane;
    private final ObjectKey key;

    DeploymentStatus(Plane plane, ObjectKey key) {
        this.plane = plane;
        this.key = key;
    }

    void write(List<ObjectNode> sets, boolean paused) {
        plane.writer().status(key, Plane.MANAGER, deployment -> write(deployment, sets, paused));
    }

    private void write(ObjectNode deployment, List<ObjectNode> sets, boolean paused) {
        ObjectNode status = Tree.child(deployment, "status");
        ObjectNode before = status.deepCopy();
        ObjectNode newest = new Rollout(plane, deployment, sets).newest().orElse(null);
        int wanted = Tree.number(deployment, 1, "spec", "replicas");
        int total = sum(sets, "replicas");
        int available = sum(sets, "availableReplicas");
        int updated = newest == null ? 0 : Tree.number(newest, 0, "status", "replicas");
        status.put("observedGeneration", Tree.number(deployment, 1, "metadata", "generation"));
        ReplicaSets.count(status, "replicas", total);
        ReplicaSets.count(status, "updatedReplicas", updated);
        ReplicaSets.count(status, "readyReplicas", sum(sets, "readyReplicas"));
        ReplicaSets.count(status, "availableReplicas", available);
        ReplicaSets.count(status, "unavailableReplicas", Math.max(0, Math.max(wanted, total) - available));

        boolean enough = available >= wanted - Rollout.unavailable(deployment, wanted);
        Tree.setCondition(
                deployment,
                "Available",
                enough,
                enough ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
                enough ? "Deployment has minimum availability." : "Deployment does not have minimum availability.",
                plane.now());
        failure(deployment, newest);
        boolean complete = newest != null && updated == wanted && total == wanted && available == wanted;
        progress(deployment, newest, complete, paused, !counts(before).equals(counts(status)));
    }

    /** Writes the status of a deployment whose last rollout is over. */
    static void settled(
            Writer writer, ObjectKey key, int replicas, int ready, String newest, Instant at, Instant rolledOut) {
        writer.status(key, Plane.MANAGER, deployment -> {
            ObjectNode status = Tree.child(deployment, "status").put("observedGeneration", 1);
            ReplicaSets.count(status, "replicas", replicas);
            ReplicaSets.count(status, "updatedReplicas", replicas);
            ReplicaSets.count(status, "readyReplicas", ready);
            ReplicaSets.count(status, "availableReplicas", ready);
            ReplicaSets.count(status, "unavailableReplicas", replicas - ready);
            boolean enough = ready >= replicas - Rollout.unavailable(deployment, replicas);
            Tree.setCondition(
                            deployment,
                            "Available",
                            enough,
                            enough ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
                            enough
                                    ? "Deployment has minimum availability."
                                    : "Deployment does not have minimum availability.",
                            at)
                    .put("lastUpdateTime", Tree.stamp(at));
            boolean complete = ready == replicas;
            Tree.setCondition(
                            deployment,
                            PROGRESSING,
                            complete,
                            complete ? "NewReplicaSetAvailable" : "ProgressDeadlineExceeded",
                            "ReplicaSet \"" + newest + "\" has "
                                    + (complete ? "successfully progressed." : "timed out progressing."),
                            at)
                    .put("lastUpdateTime", Tree.stamp(rolledOut));
        });
    }

    private static ObjectNode counts(ObjectNode status) {
        ObjectNode counts = status.deepCopy();
        counts.remove("conditions");
        return counts;
    }

    private static int sum(List<ObjectNode> sets, String field) {
        return sets.stream()
                .mapToInt(set -> Tree.number(set, 0, "status", field))
                .sum();
    }

    private void failure(ObjectNode deployment, @Nullable ObjectNode newest) {
        ObjectNode failure = newest == null ? null : Tree.condition(newest, "ReplicaFailure");
        if (failure == null) {
            Tree.dropCondition(deployment, "ReplicaFailure");
        } else {
            touch(Tree.setCondition(
                    deployment,
                    "ReplicaFailure",
                    true,
                    Tree.text(failure, "reason"),
                    Tree.text(failure, "message"),
                    plane.now()));
        }
    }

    private void progress(
            ObjectNode deployment, @Nullable ObjectNode newest, boolean complete, boolean paused, boolean moved) {
        String name = newest == null ? "" : Tree.text(newest, "metadata", "name");
        ObjectNode before = Tree.condition(deployment, PROGRESSING);
        if (paused) {
            set(deployment, "DeploymentPaused", "Deployment is paused", before);
        } else if (complete) {
            set(
                    deployment,
                    "NewReplicaSetAvailable",
                    "ReplicaSet \"" + name + "\" has successfully progressed.",
                    before);
        } else if (before == null
                || moved
                || List.of("NewReplicaSetAvailable", "DeploymentPaused").contains(Tree.text(before, "reason"))) {
            ObjectNode condition =
                    set(deployment, "ReplicaSetUpdated", "ReplicaSet \"" + name + "\" is progressing.", before);
            condition.put("lastUpdateTime", Tree.stamp(plane.now()));
            plane.lookAfter(deadline(deployment).plusSeconds(1), key);
        } else if (late(deployment, before)) {
            Tree.setCondition(
                            deployment,
                            PROGRESSING,
                            false,
                            "ProgressDeadlineExceeded",
                            "ReplicaSet \"" + name + "\" has timed out progressing.",
                            plane.now())
                    .put("lastUpdateTime", Tree.stamp(plane.now()));
        }
    }

    private boolean late(ObjectNode deployment, ObjectNode condition) {
        Instant last = Objects.requireNonNullElse(Tree.time(condition, "lastUpdateTime"), plane.now());
        return !last.plus(deadline(deployment)).isAfter(plane.now());
    }

    private static Duration deadline(ObjectNode deployment) {
        return Duration.ofSeconds(Tree.number(deployment, 600, "spec", "progressDeadlineSeconds"));
    }

    private ObjectNode set(ObjectNode deployment, String reason, String message, @Nullable ObjectNode before) {
        boolean same = before != null && Tree.text(before, "reason").equals(reason);
        ObjectNode condition = Tree.setCondition(deployment, PROGRESSING, true, reason, message, plane.now());
        if (!same) {
            condition.put("lastUpdateTime", Tree.stamp(plane.now()));
        }
        touch(condition);
        return condition;
    }

    private void touch(ObjectNode condition) {
        if (!condition.has("lastUpdateTime")) {
            condition.put("lastUpdateTime", Tree.stamp(plane.now()));
        }
    }
}
