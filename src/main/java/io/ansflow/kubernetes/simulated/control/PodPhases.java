package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a kubelet writes into the status of a pod, from one phase to the next. */
public final class PodPhases {
    private static final String STATUSES = ContainerStatuses.OF_CONTAINERS;

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
            ContainerStatuses.ofInitContainers(
                    pod, (container, state) -> ContainerStatuses.waiting(state, "PodInitializing", ""));
        }
        String reason = initialises ? "PodInitializing" : "ContainerCreating";
        ContainerStatuses.of(pod, (container, state) -> ContainerStatuses.waiting(state, reason, ""));
    }

    /** Its init containers have done their work. */
    static void initialised(ObjectNode pod, Instant now) {
        ContainerStatuses.ofInitContainers(pod, (container, state) -> {
            state.put("ready", true).put("started", false);
            ContainerStatuses.identify(state, pod, container);
            ContainerStatuses.terminated(state, "Completed", 0, now, now);
        });
        condition(pod, "Initialized", true, "", "", now);
    }

    /** Its containers run; they are not ready yet. */
    public static void running(ObjectNode pod, String ip, Instant now) {
        ObjectNode status = Tree.child(pod, "status").put("phase", "Running").put("podIP", ip);
        status.putArray("podIPs").addObject().put("ip", ip);
        condition(pod, "PodReadyToStartContainers", true, "", "", now);
        ContainerStatuses.of(pod, (container, state) -> {
            state.put("ready", false).put("started", true);
            ContainerStatuses.identify(state, pod, container);
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
        ContainerStatuses.terminated(state, reason, exitCode, started, now);
        state.set("lastState", state.path("state").deepCopy());
        state.put("ready", false).put("started", false);
        unready(pod, now);
    }

    /** Its first container is not started again for a while. */
    public static void backOff(ObjectNode pod, String delay) {
        String container = Tree.text(first(pod), "name");
        ContainerStatuses.waiting(
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
        ContainerStatuses.waiting(
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
            ContainerStatuses.terminated(state, well ? "Completed" : "Error", well ? 0 : 1, started, now);
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

    private static void condition(
            ObjectNode pod, String type, boolean status, String reason, String message, Instant now) {
        ObjectNode condition = Tree.setCondition(pod, type, status, reason, message, now);
        if (!condition.has("lastProbeTime")) {
            condition.putNull("lastProbeTime");
        }
    }
}
