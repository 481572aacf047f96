package io.ansflow.kubernetes.object;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps the values of Secrets out of sight. Adapters mask what they hand on. */
public final class SecretValues {
    private static final List<String> PARTS = List.of("data", "stringData");

    /** Where kubectl keeps all of the object as it was last applied, values included. */
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private SecretValues() {}

    /** Replaces the values by {@link KubeObject#MASK}, in place; leaves anything but a Secret as it is. */
    public static void mask(ObjectNode object) {
        if (!isSecret(object)) {
            return;
        }
        for (String part : PARTS) {
            if (object.path(part) instanceof ObjectNode values) {
                values.propertyNames().forEach(key -> values.put(key, KubeObject.MASK));
            }
        }
        if (object.path("metadata").path("annotations") instanceof ObjectNode annotations
                && annotations.has(LAST_APPLIED)) {
            annotations.put(LAST_APPLIED, KubeObject.MASK);
        }
    }

    /** Whether a value of it is the mask: written back, it would destroy the real one. */
    public static boolean masked(JsonNode object) {
        return isSecret(object)
                && PARTS.stream()
                        .flatMap(part -> object.path(part).valueStream())
                        .anyMatch(value -> value.asString("").equals(KubeObject.MASK));
    }

    private static boolean isSecret(JsonNode object) {
        return object.path("kind").asString("").equals(ResourceType.SECRET.kind())
                && object.path("apiVersion").asString("").equals(ResourceType.SECRET.apiVersion());
    }
}
