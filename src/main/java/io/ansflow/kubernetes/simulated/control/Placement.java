package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Whether a node is one that a pod may run on, its room aside. */
final class Placement {
    private Placement() {}

    /** By the pod's node selector and by the node's taints. */
    static boolean admits(JsonNode node, JsonNode pod) {
        return selected(node, pod) && tolerated(node, pod);
    }

    static boolean selected(JsonNode node, JsonNode pod) {
        Map<String, String> labels = Tree.texts(Tree.at(node, "metadata", "labels"));
        return Tree.texts(Tree.at(pod, "spec", "nodeSelector")).entrySet().stream()
                .allMatch(wanted -> wanted.getValue().equals(labels.get(wanted.getKey())));
    }

    static boolean tolerated(JsonNode node, JsonNode pod) {
        return Tree.elements(Tree.at(node, "spec", "taints")).stream()
                .filter(taint -> !Tree.text(taint, "effect").equals("PreferNoSchedule"))
                .allMatch(taint -> Tree.elements(Tree.at(pod, "spec", "tolerations")).stream()
                        .anyMatch(toleration -> tolerates(toleration, taint)));
    }

    private static boolean tolerates(JsonNode toleration, JsonNode taint) {
        String key = Tree.text(toleration, "key");
        String effect = Tree.text(toleration, "effect");
        boolean exists = Tree.text(toleration, "operator").equals("Exists");
        return (effect.isEmpty() || effect.equals(Tree.text(taint, "effect")))
                && (key.isEmpty() ? exists : key.equals(Tree.text(taint, "key")))
                && (exists || Tree.text(toleration, "value").equals(Tree.text(taint, "value")));
    }
}
