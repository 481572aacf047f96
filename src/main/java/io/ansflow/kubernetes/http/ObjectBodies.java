package io.ansflow.kubernetes.http;

import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.ResourceType;
import io.ansflow.kubernetes.object.SecretValues;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What answers about objects say. */
final class ObjectBodies {
    private static final JsonMapper JSON = new JsonMapper();

    private ObjectBodies() {}

    /** Of some types, pods among them, the server shows the object as it was when it went. */
    static boolean gone(JsonNode object) {
        JsonNode metadata = object.path("metadata");
        return metadata.path("finalizers").isEmpty()
                && object.path("spec").path("finalizers").isEmpty()
                && metadata.path("deletionGracePeriodSeconds").asLong(0) == 0;
    }

    /** One object, without the values of a Secret. */
    static KubeObject masked(InputStream body) throws IOException {
        ObjectNode tree = objectTree(body);
        SecretValues.mask(tree);
        return new KubeObject(tree);
    }

    /** One object as it is. */
    static KubeObject object(InputStream body) throws IOException {
        return new KubeObject(objectTree(body));
    }

    static JsonNode list(InputStream body) throws IOException {
        ObjectNode list = tree(body);
        if (!list.path("kind").asString("").endsWith("List")) {
            throw new Malformed("no list");
        }
        return list;
    }

    /** Items of a list do not say what they are. Half of their bytes is who decided about which field. */
    static KubeObject item(ResourceType type, JsonNode item) {
        ObjectNode tree = JSON.createObjectNode();
        tree.put("apiVersion", type.apiVersion()).put("kind", type.kind());
        if (item instanceof ObjectNode content) {
            tree.setAll(content);
        }
        if (tree.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("managedFields");
        }
        SecretValues.mask(tree);
        return new KubeObject(tree);
    }

    private static ObjectNode objectTree(InputStream body) throws IOException {
        ObjectNode tree = tree(body);
        if (tree.path("metadata").path("name").asString("").isEmpty()) {
            throw new Malformed("no object");
        }
        return tree;
    }

    static ObjectNode tree(InputStream body) throws IOException {
        if (JSON.readTree(body) instanceof ObjectNode tree) {
            return tree;
        }
        throw new Malformed("no object");
    }
}
