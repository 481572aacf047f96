package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a kubelet writes into the status of a pod, from one phase to the next. */
public final class PodPhases {
    private static final String STATUSES = "containerStatuses";
    private static final int ID_WORDS = 4;

    private PodPhases() {}

    /** It has a node. */
    static void scheduled(ObjectNode pod, String node, Instant now) {
        Tree.child(pod, "spec").put("nodeName", node);
        condition(pod, "PodScheduled", true, "", "", now);
    }

    /** No node takes it. */
    static void unschedulable(ObjectNode pod, String message, Instant now) {
        condition(pod, "PodScheduled", false, "Unschedulable", message, now);
    }

    /** Its node begins to work on it. */
    static void creating(ObjectNode pod, String hostIp, Instant now) {
        ObjectNode status = Tree.child(pod, "status");
        status.put("phase", "Pending").put("hostIP", hostIp).put("startTime", Tree.stamp(now));
        status.putArray("hostIPs").addObject().put("ip", hostIp);
        boolean initialises = !Tree.at(pod, "spec", "initContainers").isEmpty();
        condition(pod, "PodReadyToStartContainers", false, "", "", now);
        condition(
                pod,
                "Initialized",
                !initialises,
                initialises ? "ContainersNotInitialized" : "",
                initialises ? "containers with incomplete status: [" + names(pod, "initContainers") + "]" : "",
                now);
        unready(pod, now);
        condition(pod, "PodScheduled", true, "", "", now);
        if (initialises) {
            statuses(
                    pod,
                    "initContainers",
                    "initContainerStatuses",
                    (container, state) -> waiting(state, "PodInitializing", ""));
        }
        String reason = initialises ? "PodInitializing" : "ContainerCreating";
        statuses(pod, "containers", STATUSES, (container, state) -> waiting(state, reason, ""));
    }

    /** Its init containers have done their work. */
    static void initialised(ObjectNode pod, Instant now) {
        statuses(pod, "initContainers", "initContainerStatuses", (container, state) -> {
            state.put("ready", true).put("started", false);
            identify(state, pod, container);
            terminated(state, "Completed", 0, now, now);
        });
        condition(pod, "Initialized", true, "", "", now);
    }

    /** Its containers run; they are not ready yet. */
    public static void running(ObjectNode pod, String ip, Instant now) {
        ObjectNode status = Tree.child(pod, "status").put("phase", "Running").put("podIP", ip);
        status.putArray("podIPs").addObject().put("ip", ip);
        condition(pod, "PodReadyToStartContainers", true, "", "", now);
        statuses(pod, "containers", STATUSES, (container, state) -> {
            state.put("ready", false).put("started", true);
            identify(state, pod, container);
            state.putObject("state").putObject("running").put("startedAt", Tree.stamp(now));
        });
        unready(pod, now);
    }

    /** Its containers are ready. */
    public static void ready(ObjectNode pod, Instant now) {
        for (JsonNode state : Tree.at(pod, "status", STATUSES)) {
            if (state.path("state").has("running")) {
                ((ObjectNode) state).put("ready", true);
            }
        }
        condition(pod, "Ready", true, "", "", now);
        condition(pod, "ContainersReady", true, "", "", now);
    }

    static void unready(ObjectNode pod, Instant now) {
        String message = "containers with unready status: [" + names(pod, "containers") + "]";
        condition(pod, "Ready", false, "ContainersNotReady", message, now);
        condition(pod, "ContainersReady", false, "ContainersNotReady", message, now);
    }

    /** Its first container has ended and waits to be started again. */
    static void crashed(ObjectNode pod, String reason, int exitCode, Instant now) {
        ObjectNode state = first(pod);
        Instant started = java.util.Objects.requireNonNullElse(Tree.time(state, "state", "running", "startedAt"), now);
        terminated(state, reason, exitCode, started, now);
        state.set("lastState", state.path("state").deepCopy());
        state.put("ready", false).put("started", false);
        unready(pod, now);
    }

    /** Its first container is not started again for a while. */
    public static void backOff(ObjectNode pod, String delay) {
        String container = Tree.text(first(pod), "name");
        waiting(
                first(pod),
                "CrashLoopBackOff",
                "back-off " + delay + " restarting failed container=" + container + " pod="
                        + Tree.text(pod, "metadata", "name") + "_" + Tree.text(pod, "metadata", "namespace") + "("
                        + Tree.text(pod, "metadata", "uid") + ")");
    }

    /** Its first container runs again. */
    static void restarted(ObjectNode pod, Instant now) {
        ObjectNode state = first(pod);
        state.put("restartCount", Tree.number(state, 0, "restartCount") + 1).put("started", true);
        state.putObject("state").putObject("running").put("startedAt", Tree.stamp(now));
    }

    /** The image of its first container does not come. */
    static void noImage(ObjectNode pod, boolean backOff, Instant now) {
        ObjectNode state = first(pod);
        String image = Tree.text(state, "image");
        waiting(
                state,
                backOff ? "ImagePullBackOff" : "ErrImagePull",
                backOff
                        ? "Back-off pulling image \"" + image + "\""
                        : "failed to pull and unpack image \"" + image + "\": " + image + ": not found");
        unready(pod, now);
    }

    /** Its containers have ended for good. */
    static void ended(ObjectNode pod, boolean well, Instant now) {
        Tree.child(pod, "status").put("phase", well ? "Succeeded" : "Failed");
        for (JsonNode any : Tree.at(pod, "status", STATUSES)) {
            ObjectNode state = (ObjectNode) any;
            Instant started =
                    java.util.Objects.requireNonNullElse(Tree.time(state, "state", "running", "startedAt"), now);
            terminated(state, well ? "Completed" : "Error", well ? 0 : 1, started, now);
            state.put("ready", false).put("started", false);
        }
        String reason = well ? "PodCompleted" : "PodFailed";
        condition(pod, "Ready", false, reason, "", now);
        condition(pod, "ContainersReady", false, reason, "", now);
        condition(pod, "PodReadyToStartContainers", false, "", "", now);
        if (well) {
            condition(pod, "Initialized", true, reason, "", now);
        }
    }

    static int restarts(JsonNode pod) {
        return Tree.number(Tree.at(pod, "status", STATUSES).path(0), 0, "restartCount");
    }

    private static ObjectNode first(ObjectNode pod) {
        return (ObjectNode) Tree.at(pod, "status", STATUSES).get(0);
    }

    private static String names(ObjectNode pod, String containers) {
        return String.join(
                " ",
                Tree.elements(Tree.at(pod, "spec", containers)).stream()
                        .map(container -> Tree.text(container, "name"))
                        .toList());
    }

    private static void statuses(
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

    private static void identify(ObjectNode state, ObjectNode pod, JsonNode container) {
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

    private static void waiting(ObjectNode state, String reason, String message) {
        ObjectNode waiting = state.putObject("state").putObject("waiting").put("reason", reason);
        if (!message.isEmpty()) {
            waiting.put("message", message);
        }
    }

    private static void terminated(ObjectNode state, String reason, int exitCode, Instant started, Instant now) {
        state.putObject("state")
                .putObject("terminated")
                .put("exitCode", exitCode)
                .put("reason", reason)
                .put("startedAt", Tree.stamp(started))
                .put("finishedAt", Tree.stamp(now))
                .put("containerID", Tree.text(state, "containerID"));
    }

    private static void condition(
            ObjectNode pod, String type, boolean status, String reason, String message, Instant now) {
        ObjectNode condition = Tree.setCondition(pod, type, status, reason, message, now);
        if (!condition.has("lastProbeTime")) {
            condition.putNull("lastProbeTime");
        }
    }
}
