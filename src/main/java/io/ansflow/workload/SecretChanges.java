package io.ansflow.workload;

import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.SecretValues;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Compares the values of a Secret without showing them. */
final class SecretChanges {
    /** Stands for a value that becomes another one. No base64 either. */
    static final String CHANGED = KubeObject.MASK + " *";

    private SecretChanges() {}

    /** The Secret as it is, its values masked. */
    static ObjectNode before(KubeObject revealed) {
        ObjectNode before = revealed.copy();
        SecretValues.mask(before);
        return before;
    }

    /** The Secret as it would be, its values masked, those that change in another way. */
    static ObjectNode after(KubeObject revealed, JsonNode wanted, KubeObject masked) {
        ObjectNode after = masked.copy();
        Map<String, String> values = new HashMap<>();
        wanted.path("data").forEachEntry((key, value) -> values.put(key, value.asString("")));
        wanted.path("stringData").forEachEntry((key, value) -> values.put(key, encoded(value.asString(""))));
        if (after.path("data") instanceof ObjectNode data) {
            values.forEach((key, value) -> {
                String before = revealed.text("data", key);
                if (!before.isEmpty() && !before.equals(value)) {
                    data.put(key, CHANGED);
                }
            });
        }
        return after;
    }

    private static String encoded(String value) {
        return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }
}
