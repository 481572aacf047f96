package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** The subresource {@code scale}: the same few fields for every workload that has replicas. */
final class Scale {
    private Scale() {}

    /** The scale of a workload. */
    static ObjectNode of(ObjectNode object) {
        ObjectNode scale = Tree.object().put("apiVersion", "autoscaling/v1").put("kind", "Scale");
        ObjectNode metadata = scale.putObject("metadata");
        for (String name : List.of("name", "namespace", "uid", "resourceVersion", "creationTimestamp")) {
            metadata.set(name, Tree.at(object, "metadata", name));
        }
        scale.putObject("spec").put("replicas", Tree.number(object, 0, "spec", "replicas"));
        String selector = Tree.texts(Tree.at(object, "spec", "selector", "matchLabels")).entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(","));
        scale.putObject("status")
                .put("replicas", Tree.number(object, 0, "status", "replicas"))
                .put("selector", selector);
        return scale;
    }

    /** A workload as it is wanted to be by a scale, which says also what it was thought to be. */
    static ObjectNode applied(ObjectNode object, ObjectNode scale) {
        ObjectNode after = object.deepCopy();
        Tree.child(after, "metadata")
                .put("resourceVersion", Tree.text(scale, "metadata", "resourceVersion"))
                .put("uid", Tree.text(scale, "metadata", "uid"));
        Tree.child(after, "spec").put("replicas", Tree.number(scale, 0, "spec", "replicas"));
        return after;
    }
}
