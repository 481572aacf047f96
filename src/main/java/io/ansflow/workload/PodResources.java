package io.ansflow.workload;

import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What a pod asks for, as the scheduler counts it: its containers and sidecars together, or the largest init container if
 * that is more, and the overhead of its runtime.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#resource-sharing-within-containers">Resource
 *     sharing within containers</a>
 */
final class PodResources {
    private PodResources() {}

    /** The sum of the requests of {@code cpu} or {@code memory}; empty if nothing requests any. */
    static Optional<BigDecimal> requested(KubeObject pod, String resource) {
        BigDecimal together = sum(containers(pod), resource).add(sum(sidecars(pod), resource));
        BigDecimal largest = containers(pod, "initContainers").stream()
                .flatMap(container -> amount(container, "requests", resource).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal overhead = Quantity.parse(pod.text("spec", "overhead", resource))
                .map(Quantity::value)
                .orElse(BigDecimal.ZERO);
        BigDecimal all = together.max(largest).add(overhead);
        return all.signum() == 0 ? Optional.empty() : Optional.of(all);
    }

    /** The sum of the limits; empty if one container has none. */
    static Optional<BigDecimal> limit(KubeObject pod, String resource) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode container : containers(pod)) {
            Optional<BigDecimal> limit = amount(container, "limits", resource);
            if (limit.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(limit.get());
        }
        return Optional.of(sum);
    }

    private static BigDecimal sum(List<JsonNode> containers, String resource) {
        return containers.stream()
                .flatMap(container -> amount(container, "requests", resource).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Optional<BigDecimal> amount(JsonNode container, String part, String resource) {
        return Quantity.parse(
                        container.path("resources").path(part).path(resource).asString(""))
                .map(Quantity::value);
    }

    private static List<JsonNode> containers(KubeObject pod) {
        return containers(pod, "containers");
    }

    private static List<JsonNode> sidecars(KubeObject pod) {
        return containers(pod, "initContainers").stream()
                .filter(container ->
                        container.path("restartPolicy").asString("").equals("Always"))
                .toList();
    }

    private static List<JsonNode> containers(KubeObject pod, String part) {
        return StreamSupport.stream(pod.at("spec", part).spliterator(), false).toList();
    }
}
