package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.object.Quantity;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an object must be like, as far as people get it wrong by hand.
 *
 * @see <a href="https://github.com/kubernetes/kubernetes/blob/v1.33.0/pkg/apis/core/validation/validation.go">validation.go</a>
 */
final class Validation {
    private static final Map<String, BiConsumer<ObjectNode, Complaints>> BY_KIND = Map.ofEntries(
            Map.entry("pods", (pod, complaints) -> PodRules.check(pod.path("spec"), "spec", complaints)),
            Map.entry("configmaps", Validation::configMap),
            Map.entry("secrets", Validation::configMap),
            Map.entry("services", Validation::service),
            Map.entry("resourcequotas", Validation::quota),
            Map.entry("deployments.apps", WorkloadRules::workload),
            Map.entry("replicasets.apps", WorkloadRules::workload),
            Map.entry("statefulsets.apps", WorkloadRules::workload),
            Map.entry("daemonsets.apps", WorkloadRules::workload),
            Map.entry("jobs.batch", WorkloadRules::job),
            Map.entry("cronjobs.batch", WorkloadRules::cronJob),
            Map.entry("horizontalpodautoscalers.autoscaling", WorkloadRules::autoscaler),
            Map.entry("persistentvolumeclaims", Validation::claim));

    private Validation() {}

    /**
     * Checks a new object, or one that was changed.
     *
     * @param before null for a new one
     * @throws Rejection if it must not be kept
     */
    static void check(Kind kind, ObjectRef ref, @Nullable ObjectNode before, ObjectNode object) {
        Complaints complaints = new Complaints();
        Names.object(kind, object.path("metadata"), complaints);
        BY_KIND.getOrDefault(kind.name(), (any, all) -> {}).accept(object, complaints);
        if (before != null) {
            ChangeRules.check(kind, before, object, complaints);
        }
        complaints.refuse(kind, ref);
    }

    private static void service(ObjectNode service, Complaints complaints) {
        JsonNode spec = service.path("spec");
        String type = Tree.text(spec, "type");
        List<String> types = List.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort");
        if (!types.contains(type)) {
            complaints.unsupported("spec.type", spec.path("type"), types);
        }
        boolean headless = Tree.text(spec, "clusterIP").equals("None");
        if (!type.equals("ExternalName") && !headless && spec.path("ports").isEmpty()) {
            complaints.required("spec.ports", "");
        }
        for (int i = 0; i < spec.path("ports").size(); i++) {
            PodRules.port(spec.path("ports").get(i).path("port"), "spec.ports[" + i + "].port", complaints);
        }
    }

    private static void configMap(ObjectNode object, Complaints complaints) {
        for (String part : List.of("data", "binaryData")) {
            object.path(part).forEachEntry((key, value) -> Names.configKey(part, key, complaints));
        }
    }

    private static void quota(ObjectNode quota, Complaints complaints) {
        Tree.at(quota, "spec", "hard").forEachEntry((resource, amount) -> {
            String field = "spec.hard[" + resource + "]";
            var value = Quantity.parse(amount.asString(""));
            if (value.isPresent() && value.get().value().signum() < 0) {
                complaints.invalid(field, amount, Complaints.NOT_NEGATIVE);
            } else if (value.isPresent()
                    && counted(resource)
                    && value.get().value().stripTrailingZeros().scale() > 0) {
                complaints.invalid(field, amount, "must be an integer");
            }
        });
    }

    private static boolean counted(String resource) {
        return resource.equals("pods") || resource.startsWith("count/");
    }

    private static void claim(ObjectNode claim, Complaints complaints) {
        if (Tree.at(claim, "spec", "accessModes").isEmpty()) {
            complaints.required("spec.accessModes", "at least 1 access mode is required");
        }
        if (!Tree.at(claim, "spec", "resources", "requests").has("storage")) {
            complaints.required("spec.resources[storage]", "");
        }
    }
}
