package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fills in what was left out, as the API server does.
 *
 * @see <a href="https://github.com/kubernetes/kubernetes/blob/v1.33.0/pkg/apis/core/v1/defaults.go">defaults.go</a>
 */
final class Defaults {
    private static final Map<String, Consumer<ObjectNode>> BY_KIND = Map.ofEntries(
            Map.entry("namespaces", Defaults::namespace),
            Map.entry("pods", PodDefaults::pod),
            Map.entry("services", ServiceDefaults::service),
            Map.entry("secrets", secret -> Missing.text(secret, "type", "Opaque")),
            Map.entry("limitranges", Defaults::limits),
            Map.entry(
                    "persistentvolumeclaims",
                    claim -> Missing.text(Tree.child(claim, "spec"), "volumeMode", "Filesystem")),
            Map.entry("deployments.apps", WorkloadDefaults::deployment),
            Map.entry("replicasets.apps", WorkloadDefaults::replicaSet),
            Map.entry("statefulsets.apps", WorkloadDefaults::statefulSet),
            Map.entry("daemonsets.apps", WorkloadDefaults::daemonSet),
            Map.entry("jobs.batch", WorkloadDefaults::job),
            Map.entry("cronjobs.batch", WorkloadDefaults::cronJob),
            Map.entry("horizontalpodautoscalers.autoscaling", WorkloadDefaults::autoscaler),
            Map.entry("rolebindings.rbac.authorization.k8s.io", Defaults::binding),
            Map.entry("clusterrolebindings.rbac.authorization.k8s.io", Defaults::binding));

    private Defaults() {}

    static void fill(Kind kind, ObjectNode object) {
        BY_KIND.getOrDefault(kind.name(), any -> {}).accept(object);
    }

    private static void namespace(ObjectNode namespace) {
        ArrayNode finalizers = Tree.list(Tree.child(namespace, "spec"), "finalizers");
        if (finalizers.isEmpty() && !Tree.child(namespace, "metadata").has("deletionTimestamp")) {
            finalizers.add("kubernetes");
        }
        Tree.child(namespace, "metadata", "labels")
                .put("kubernetes.io/metadata.name", Tree.text(namespace, "metadata", "name"));
        Missing.text(Tree.child(namespace, "status"), "phase", "Active");
    }

    /** Maxima are limits, and limits are requests, unless something else is said. */
    private static void limits(ObjectNode range) {
        for (JsonNode limit : Tree.child(range, "spec").path("limits")) {
            if (Tree.text(limit, "type").equals("Container")) {
                ObjectNode item = (ObjectNode) limit;
                copyMissing(item, "max", "default");
                copyMissing(item, "default", "defaultRequest");
                copyMissing(item, "min", "defaultRequest");
            }
        }
    }

    private static void copyMissing(ObjectNode item, String from, String to) {
        if (item.get(from) instanceof ObjectNode source) {
            ObjectNode target = Tree.child(item, to);
            source.forEachEntry((resource, amount) -> {
                if (!target.has(resource)) {
                    target.set(resource, amount);
                }
            });
        }
    }

    private static void binding(ObjectNode binding) {
        Missing.text(Tree.child(binding, "roleRef"), "apiGroup", "rbac.authorization.k8s.io");
        for (JsonNode subject : binding.path("subjects")) {
            if (!Tree.text(subject, "kind").equals("ServiceAccount")) {
                Missing.text((ObjectNode) subject, "apiGroup", "rbac.authorization.k8s.io");
            }
        }
    }
}
