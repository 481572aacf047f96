package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.simulated.store.Tree;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/** The two ways in which the data of secrets can be written. */
final class Secrets {
    private Secrets() {}

    /** What is written as text is kept in base64. */
    static void encode(ObjectNode object) {
        if (Tree.text(object, "kind").equals("Secret") && object.get("stringData") instanceof ObjectNode texts) {
            ObjectNode data = Tree.child(object, "data");
            Tree.texts(texts)
                    .forEach((name, text) ->
                            data.put(name, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
            object.remove("stringData");
        }
    }
}
