package io.ansflow.kubernetes.simulated.world;

import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Writes the manifests of namespaces, and of what is allowed within them. */
final class NamespaceManifests {
    private NamespaceManifests() {}

    static ObjectNode namespace(Line line) {
        ObjectNode namespace = Tree.object();
        ObjectNode metadata =
                namespace.putObject("metadata").put("name", line.words().getFirst());
        if (!line.options().isEmpty()) {
            metadata.set("labels", Tree.of(line.options()));
        }
        return namespace;
    }

    static ObjectNode quota(Line line) {
        ObjectNode quota = Tree.parse("{'metadata':{'name':'team-quota'}}");
        quota.putObject("spec").set("hard", Tree.of(line.options()));
        return quota;
    }

    static ObjectNode limits(Line line) {
        ObjectNode range = Tree.parse("{'metadata':{'name':'container-limits'}}");
        ObjectNode limit =
                range.putObject("spec").putArray("limits").addObject().put("type", "Container");
        Map.of("default", "default", "request", "defaultRequest", "max", "max").forEach((option, name) -> {
            String[] parts = line.text(option, "").split("/", -1);
            limit.putObject(name).put("cpu", parts[0]).put("memory", parts[1]);
        });
        return range;
    }
}
