package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** {@code status.qosClass} of a pod. */
final class QualityOfService {
    private static final List<String> COUNTED = List.of("cpu", "memory");

    private QualityOfService() {}

    static String of(JsonNode pod) {
        List<JsonNode> resources = Stream.of("containers", "initContainers")
                .flatMap(part -> Tree.elements(Tree.at(pod, "spec", part)).stream())
                .map(container -> container.path("resources"))
                .toList();
        boolean none = resources.stream()
                .noneMatch(any -> COUNTED.stream()
                        .anyMatch(name -> any.path("requests").has(name)
                                || any.path("limits").has(name)));
        if (none) {
            return "BestEffort";
        }
        boolean guaranteed = resources.stream()
                .allMatch(any -> COUNTED.stream()
                        .allMatch(name -> any.path("limits").has(name)
                                && any.path("requests")
                                        .path(name)
                                        .equals(any.path("limits").path(name))));
        return guaranteed ? "Guaranteed" : "Burstable";
    }
}
