package io.ansflow.workload;

import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.workload.PodSummary.Container;
import io.ansflow.workload.PodSummary.Container.Role;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads pods. */
final class PodReader {
    private PodReader() {}

    static PodSummary summary(KubeObject pod) {
        List<Container> containers = new ArrayList<>();
        add(containers, pod, Role.INIT, "initContainers", "initContainerStatuses");
        add(containers, pod, Role.APP, "containers", "containerStatuses");
        add(containers, pod, Role.DEBUG, "ephemeralContainers", "ephemeralContainerStatuses");
        return new PodSummary(
                pod.namespace(),
                pod.name(),
                pod.uid(),
                PodStatus.of(pod),
                pod.text("spec", "nodeName"),
                pod.text("status", "podIP"),
                pod.createdAt(),
                containers);
    }

    private static void add(List<Container> containers, KubeObject pod, Role role, String specs, String statuses) {
        for (JsonNode spec : pod.at("spec", specs)) {
            JsonNode status =
                    status(pod.at("status", statuses), spec.path("name").asString(""));
            containers.add(new Container(
                    spec.path("name").asString(""),
                    spec.path("image").asString(""),
                    role,
                    status.path("ready").asBoolean(false),
                    state(status.path("state")),
                    status.path("restartCount").asLong(0)));
        }
    }

    private static JsonNode status(JsonNode statuses, String container) {
        for (JsonNode status : statuses) {
            if (status.path("name").asString("").equals(container)) {
                return status;
            }
        }
        return statuses.path("none");
    }

    private static String state(JsonNode state) {
        if (state.path("running").isObject()) {
            return "Running";
        }
        return state.path("terminated").isObject()
                ? PodStatus.ended(state.path("terminated"))
                : state.path("waiting").path("reason").asString("");
    }
}
