package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the statuses of a pod's containers, one for each container of its spec. */
final class ContainerStatuses {
    static final String OF_CONTAINERS = "containerStatuses";
    private static final int ID_WORDS = 4;

    private ContainerStatuses() {}

    /** @param change given each container of the spec and its status, which is made where it is missing */
    static void of(ObjectNode pod, BiConsumer<JsonNode, ObjectNode> change) {
        change(pod, "containers", OF_CONTAINERS, change);
    }

    /** As {@link #of}, for its init containers. */
    static void ofInitContainers(ObjectNode pod, BiConsumer<JsonNode, ObjectNode> change) {
        change(pod, "initContainers", "initContainerStatuses", change);
    }

    private static void change(
            ObjectNode pod, String containers, String name, BiConsumer<JsonNode, ObjectNode> change) {
        ArrayNode statuses = Tree.list(Tree.child(pod, "status"), name);
        List<JsonNode> specs = Tree.elements(Tree.at(pod, "spec", containers));
        for (int i = 0; i < specs.size(); i++) {
            ObjectNode state = i < statuses.size() ? (ObjectNode) statuses.get(i) : statuses.addObject();
            if (!state.has("name")) {
                state.put("name", Tree.text(specs.get(i), "name"));
                state.putObject("state");
                state.putObject("lastState");
                state.put("ready", false).put("restartCount", 0);
                state.put("image", Tree.text(specs.get(i), "image"))
                        .put("imageID", "")
                        .put("started", false);
            }
            change.accept(specs.get(i), state);
        }
    }

    /** It runs an image, as a container of the runtime. */
    static void identify(ObjectNode state, ObjectNode pod, JsonNode container) {
        String image = Tree.text(container, "image");
        int colon = image.lastIndexOf(':');
        String repository = colon > image.lastIndexOf('/') ? image.substring(0, colon) : image;
        state.put("image", image).put("imageID", repository + "@sha256:" + digest(image));
        state.put(
                "containerID",
                "containerd://"
                        + digest(Tree.text(pod, "metadata", "uid")
                                + Tree.text(container, "name")
                                + Tree.number(state, 0, "restartCount")));
    }

    /** 64 digits that look like a checksum, the same ones for the same text. */
    private static String digest(String text) {
        long mixed = text.hashCode() * 0x9E3779B97F4A7C15L + text.length();
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < ID_WORDS; i++) {
            mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L + i;
            digits.append(HexFormat.of().toHexDigits(mixed));
        }
        return digits.toString();
    }

    /** @param message empty for none */
    static void waiting(ObjectNode state, String reason, String message) {
        ObjectNode waiting = state.putObject("state").putObject("waiting").put("reason", reason);
        if (!message.isEmpty()) {
            waiting.put("message", message);
        }
    }

    static void terminated(ObjectNode state, String reason, int exitCode, Instant started, Instant now) {
        state.putObject("state")
                .putObject("terminated")
                .put("exitCode", exitCode)
                .put("reason", reason)
                .put("startedAt", Tree.stamp(started))
                .put("finishedAt", Tree.stamp(now))
                .put("containerID", Tree.text(state, "containerID"));
    }
}
