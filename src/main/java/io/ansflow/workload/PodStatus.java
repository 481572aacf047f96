package io.ansflow.workload;

import io.ansflow.kubernetes.object.KubeObject;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * The one word for a pod.
 *
 * @see <a href="https://github.com/kubernetes/kubernetes/blob/v1.33.0/pkg/printers/internalversion/printers.go">printPod</a>,
 *     which decides it for kubectl
 */
final class PodStatus {
    private final KubeObject pod;

    private PodStatus(KubeObject pod) {
        this.pod = pod;
    }

    static String of(KubeObject pod) {
        return new PodStatus(pod).word();
    }

    private String word() {
        String phase = pod.text("status", "phase");
        if (pod.deleting() && !phase.equals("Succeeded") && !phase.equals("Failed")) {
            return pod.text("status", "reason").equals("NodeLost") ? "Unknown" : "Terminating";
        }
        String initialising = initialising();
        if (!initialising.isEmpty() && !condition("Initialized")) {
            return initialising;
        }
        String word = containers(beforeContainers(phase));
        if (word.equals("Completed") && anyRunning()) {
            return condition("Ready") ? "Running" : "NotReady";
        }
        return word;
    }

    private String beforeContainers(String phase) {
        boolean gated = elements(pod.at("status", "conditions")).stream()
                .anyMatch(condition -> condition.path("type").asString("").equals("PodScheduled")
                        && condition.path("reason").asString("").equals("SchedulingGated"));
        if (gated) {
            return "SchedulingGated";
        }
        String reason = pod.text("status", "reason");
        return reason.isEmpty() ? phase : reason;
    }

    /** Where the init containers are stuck or at work; empty if they are done. */
    private String initialising() {
        List<JsonNode> statuses = elements(pod.at("status", "initContainerStatuses"));
        for (int i = 0; i < statuses.size(); i++) {
            JsonNode state = statuses.get(i).path("state");
            JsonNode ended = state.path("terminated");
            if ((ended.isObject() && ended.path("exitCode").asInt(0) == 0) || startedSidecar(statuses.get(i))) {
                continue;
            }
            String waiting = state.path("waiting").path("reason").asString("");
            if (ended.isObject()) {
                return "Init:" + ended(ended);
            }
            return "Init:"
                    + (waiting.isEmpty() || waiting.equals("PodInitializing")
                            ? i + "/" + pod.at("spec", "initContainers").size()
                            : waiting);
        }
        return "";
    }

    private boolean startedSidecar(JsonNode status) {
        return status.path("started").asBoolean(false)
                && elements(pod.at("spec", "initContainers")).stream()
                        .anyMatch(container -> container.path("name").equals(status.path("name"))
                                && container.path("restartPolicy").asString("").equals("Always"));
    }

    /** The first container has the last word. */
    private String containers(String otherwise) {
        String word = otherwise;
        for (JsonNode status : elements(pod.at("status", "containerStatuses")).reversed()) {
            String waiting = status.path("state").path("waiting").path("reason").asString("");
            JsonNode ended = status.path("state").path("terminated");
            if (!waiting.isEmpty()) {
                word = waiting;
            } else if (ended.isObject()) {
                word = ended(ended);
            }
        }
        return word;
    }

    /** How a container ended: the reason if there is one. */
    static String ended(JsonNode terminated) {
        String reason = terminated.path("reason").asString("");
        int signal = terminated.path("signal").asInt(0);
        if (!reason.isEmpty()) {
            return reason;
        }
        return signal != 0
                ? "Signal:" + signal
                : "ExitCode:" + terminated.path("exitCode").asInt(0);
    }

    private boolean anyRunning() {
        return elements(pod.at("status", "containerStatuses")).stream()
                .anyMatch(status -> status.path("ready").asBoolean(false)
                        && status.path("state").path("running").isObject());
    }

    private boolean condition(String type) {
        return elements(pod.at("status", "conditions")).stream()
                .anyMatch(condition -> condition.path("type").asString("").equals(type)
                        && condition.path("status").asString("").equals("True"));
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
