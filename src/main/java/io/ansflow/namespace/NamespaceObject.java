package io.ansflow.namespace;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.object.ResourceType;
import io.ansflow.operation.Target;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Namespaces as objects of the API. */
final class NamespaceObject {
    private NamespaceObject() {}

    /** With these labels and annotations, to be applied. */
    static ObjectNode of(String name, Map<String, String> labels, Map<String, String> annotations) {
        ObjectNode object = named(ResourceType.NAMESPACE, name);
        ObjectNode metadata = object.withObjectProperty("metadata");
        put(metadata, "labels", labels);
        put(metadata, "annotations", annotations);
        return object;
    }

    /** An object of a type with nothing but a name. */
    static ObjectNode named(ResourceType type, String name) {
        ObjectNode object = JsonMapper.shared().createObjectNode().put("apiVersion", type.apiVersion());
        object.put("kind", type.kind()).putObject("metadata").put("name", name);
        return object;
    }

    static Target target(ClusterId cluster, ObjectRef ref) {
        return new Target(cluster, ref.type().plural(), ref.namespace(), ref.name(), null);
    }

    private static void put(ObjectNode metadata, String key, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            ObjectNode node = metadata.putObject(key);
            texts.forEach(node::put);
        }
    }
}
