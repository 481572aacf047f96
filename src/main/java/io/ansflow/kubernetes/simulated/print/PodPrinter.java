package io.ansflow.kubernetes.simulated.print;

import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** After {@code printPod} of the API server. */
final class PodPrinter implements Printer {
    @Override
    public List<String> headings() {
        return List.of("Name", "Ready", "Status", "Restarts", "Age", "IP", "Node", "Nominated Node", "Readiness Gates");
    }

    @Override
    public List<@Nullable String> cells(ObjectNode pod, Instant now) {
        List<JsonNode> statuses = Tree.elements(Tree.at(pod, "status", "containerStatuses"));
        long ready = statuses.stream()
                .filter(status -> status.path("ready").asBoolean(false))
                .count();
        return List.of(
                Cells.name(pod),
                ready + "/" + Tree.at(pod, "spec", "containers").size(),
                status(pod),
                restarts(statuses, now),
                Cells.age(pod, now),
                Cells.orNone(Tree.text(pod, "status", "podIP")),
                Cells.orNone(Tree.text(pod, "spec", "nodeName")),
                Cells.orNone(Tree.text(pod, "status", "nominatedNodeName")),
                Cells.NONE);
    }

    /** With when it was, since Kubernetes 1.22. */
    private static String restarts(List<JsonNode> statuses, Instant now) {
        int restarts = statuses.stream()
                .mapToInt(status -> Tree.number(status, 0, "restartCount"))
                .sum();
        return statuses.stream()
                .map(status -> Tree.time(status, "lastState", "terminated", "finishedAt"))
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .filter(last -> restarts > 0)
                .map(last -> restarts + " (" + Cells.since(last, now) + " ago)")
                .orElse(String.valueOf(restarts));
    }

    private static String status(JsonNode pod) {
        String phase = Tree.text(pod, "status", "phase");
        String reason = Tree.text(pod, "status", "reason");
        String word = reason.isEmpty() ? phase : reason;
        boolean ended = phase.equals("Succeeded") || phase.equals("Failed");
        if (Tree.at(pod, "metadata").has("deletionTimestamp") && !ended) {
            return "Terminating";
        }
        String initialising = initialising(pod);
        if (!initialising.isEmpty()) {
            return initialising;
        }
        for (JsonNode status :
                Tree.elements(Tree.at(pod, "status", "containerStatuses")).reversed()) {
            String waiting = Tree.text(status, "state", "waiting", "reason");
            JsonNode terminated = Tree.at(status, "state", "terminated");
            if (!waiting.isEmpty()) {
                word = waiting;
            } else if (terminated.isObject()) {
                String why = Tree.text(terminated, "reason");
                word = why.isEmpty() ? "ExitCode:" + Tree.number(terminated, 0, "exitCode") : why;
            }
        }
        return word;
    }

    private static String initialising(JsonNode pod) {
        List<JsonNode> statuses = Tree.elements(Tree.at(pod, "status", "initContainerStatuses"));
        for (int i = 0; i < statuses.size(); i++) {
            if (!Tree.at(statuses.get(i), "state", "terminated").isObject()) {
                return "Init:" + i + "/" + statuses.size();
            }
        }
        return "";
    }
}
