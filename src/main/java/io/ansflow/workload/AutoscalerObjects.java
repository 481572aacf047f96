package io.ansflow.workload;

import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.object.ResourceType;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Autoscalers as objects of the API: {@code autoscaling/v1} knows the cpu alone, {@code v2} and {@code v2beta2} metrics. */
final class AutoscalerObjects {
    static final String PLURAL = "horizontalpodautoscalers";

    private AutoscalerObjects() {}

    /** Whether the type knows metrics besides the cpu. */
    static boolean knowsMetrics(ResourceType type) {
        return !type.version().equals("v1");
    }

    static boolean aimsAt(KubeObject autoscaler, ObjectRef workload) {
        return autoscaler
                        .text("spec", "scaleTargetRef", "kind")
                        .equals(workload.type().kind())
                && autoscaler.text("spec", "scaleTargetRef", "name").equals(workload.name());
    }

    static Autoscaler read(KubeObject object) {
        boolean metrics = object.at("spec").has("metrics");
        JsonNode cpuAlone = object.at("spec", "targetCPUUtilizationPercentage");
        return new Autoscaler(
                object.name(),
                (int) object.number(1, "spec", "minReplicas"),
                (int) object.number(0, "spec", "maxReplicas"),
                metrics ? percent(object, "cpu") : cpuAlone.isInt() ? (Integer) cpuAlone.intValue() : null,
                percent(object, "memory"),
                (int) object.number(0, "status", "currentReplicas"),
                others(object).size());
    }

    /**
     * What we decide about.
     *
     * @param before the autoscaler as it is, whose other metrics stay, or null for a new one
     */
    static ObjectNode write(ObjectRef ref, ObjectRef workload, Autoscaler wanted, @Nullable KubeObject before) {
        ObjectNode object = JsonMapper.shared().createObjectNode();
        object.put("apiVersion", ref.type().apiVersion()).put("kind", ref.type().kind());
        object.putObject("metadata").put("name", ref.name());
        ObjectNode spec = object.putObject("spec");
        spec.putObject("scaleTargetRef")
                .put("apiVersion", workload.type().apiVersion())
                .put("kind", workload.type().kind())
                .put("name", workload.name());
        spec.put("minReplicas", wanted.min()).put("maxReplicas", wanted.max());
        if (knowsMetrics(ref.type())) {
            ArrayNode metrics = spec.putArray("metrics");
            if (before != null) {
                others(before).forEach(metrics::add);
            }
            add(metrics, "cpu", wanted.cpuPercent());
            add(metrics, "memory", wanted.memoryPercent());
        } else if (wanted.cpuPercent() != null) {
            spec.put("targetCPUUtilizationPercentage", wanted.cpuPercent());
        }
        return object;
    }

    private static void add(ArrayNode metrics, String resource, @Nullable Integer percent) {
        if (percent != null) {
            ObjectNode metric = metrics.addObject().put("type", "Resource");
            metric.putObject("resource")
                    .put("name", resource)
                    .putObject("target")
                    .put("type", "Utilization")
                    .put("averageUtilization", percent);
        }
    }

    private static @Nullable Integer percent(KubeObject object, String resource) {
        return metrics(object).stream()
                .filter(metric -> isPercent(metric, resource))
                .map(metric -> metric.at("/resource/target/averageUtilization").intValue())
                .findFirst()
                .orElse(null);
    }

    private static List<JsonNode> others(KubeObject object) {
        return metrics(object).stream()
                .filter(metric -> !isPercent(metric, "cpu") && !isPercent(metric, "memory"))
                .toList();
    }

    private static boolean isPercent(JsonNode metric, String resource) {
        return metric.path("type").asString("").equals("Resource")
                && metric.at("/resource/name").asString("").equals(resource)
                && metric.at("/resource/target/averageUtilization").isInt();
    }

    private static List<JsonNode> metrics(KubeObject object) {
        return StreamSupport.stream(object.at("spec", "metrics").spliterator(), false)
                .toList();
    }
}
