package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.api.Kind;
import io.ansflow.kubernetes.simulated.api.Kinds;
import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.ObjectKey;
import io.ansflow.kubernetes.simulated.store.Store;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds what autoscalers scale: the workload of a {@code scaleTargetRef}, and its pods. */
final class ScaleTargets {
    private final Store store;

    ScaleTargets(Store store) {
        this.store = store;
    }

    /** What an autoscaler refers to; empty if it is of a kind that cannot be scaled. */
    static Optional<ObjectKey> of(JsonNode autoscaler) {
        JsonNode ref = Tree.at(autoscaler, "spec", "scaleTargetRef");
        Kind kind = switch (Tree.text(ref, "kind")) {
            case "Deployment" -> Kinds.DEPLOYMENT;
            case "StatefulSet" -> Kinds.STATEFUL_SET;
            case "ReplicaSet" -> Kinds.REPLICA_SET;
            default -> null;
        };
        return kind == null
                ? Optional.empty()
                : Optional.of(kind.key(Tree.text(autoscaler, "metadata", "namespace"), Tree.text(ref, "name")));
    }

    /** The pods of a workload that are ready: those that are measured. */
    List<JsonNode> pods(ObjectNode workload) {
        String namespace = Tree.text(workload, "metadata", "namespace");
        Set<String> owners = owners(namespace, Tree.text(workload, "metadata", "uid"));
        return store.all(Kinds.POD.name(), namespace).stream()
                .filter(pod -> pod.ready() && !pod.deleting() && owned(pod, owners))
                .map(pod -> (JsonNode) pod.tree())
                .toList();
    }

    /** A workload and its ReplicaSets; so pods of others need not be unpacked. */
    private Set<String> owners(String namespace, String workload) {
        Set<String> owners = new HashSet<>(Set.of(workload));
        store.all(Kinds.REPLICA_SET.name(), namespace).stream()
                .filter(set -> set.owners().contains(workload))
                .forEach(set -> owners.add(set.uid()));
        return owners;
    }

    private static boolean owned(Entry pod, Set<String> owners) {
        return pod.owners().stream().anyMatch(owners::contains);
    }
}
