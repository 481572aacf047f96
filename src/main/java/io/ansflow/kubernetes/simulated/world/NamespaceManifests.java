package io.ansflow.kubernetes.simulated.world;

import io.ansflow.kubernetes.simulated.store.Tree;
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
        limit.set("default", amounts(line, "default"));
        limit.set("defaultRequest", amounts(line, "request"));
        limit.set("max", amounts(line, "max"));
        return range;
    }

    private static ObjectNode amounts(Line line, String option) {
        String[] parts = line.text(option, "").split("/", -1);
        return Tree.object().put("cpu", parts[0]).put("memory", parts[1]);
    }
}
