package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What must stay as it is in an object that is there. */
final class ChangeRules {
    private static final String IMMUTABLE = "field is immutable";

    private static final Map<String, List<String>> FIXED = Map.of(
            "deployments.apps", List.of("spec.selector"),
            "replicasets.apps", List.of("spec.selector"),
            "daemonsets.apps", List.of("spec.selector"),
            "jobs.batch", List.of("spec.selector", "spec.template", "spec.completions"),
            "rolebindings.rbac.authorization.k8s.io", List.of("roleRef"),
            "clusterrolebindings.rbac.authorization.k8s.io", List.of("roleRef"));

    private static final Set<String> OF_STATEFUL_SETS = Set.of(
            "replicas",
            "ordinals",
            "template",
            "updateStrategy",
            "revisionHistoryLimit",
            "persistentVolumeClaimRetentionPolicy",
            "minReadySeconds");

    private ChangeRules() {}

    static void check(Kind kind, ObjectNode before, ObjectNode object, Complaints complaints) {
        for (String field : FIXED.getOrDefault(kind.name(), List.of())) {
            JsonNode now = Tree.at(object, field.split("\\."));
            if (!now.equals(Tree.at(before, field.split("\\.")))) {
                complaints.invalid(field, now, IMMUTABLE);
            }
        }
        if (kind.name().equals("statefulsets.apps")
                && !withoutMutable(before.path("spec")).equals(withoutMutable(object.path("spec")))) {
            complaints.forbidden(
                    "spec",
                    "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy',"
                            + " 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden");
        }
        if (kind.name().equals("pods")) {
            PodRules.checkChange(before.path("spec"), object.path("spec"), complaints);
        }
        boolean immutable = before.path("immutable").asBoolean(false);
        if (immutable && !before.path("data").equals(object.path("data"))) {
            complaints.forbidden("data", "field is immutable when `immutable` is set");
        }
    }

    private static ObjectNode withoutMutable(JsonNode spec) {
        ObjectNode rest = spec instanceof ObjectNode object ? object.deepCopy() : Tree.object();
        OF_STATEFUL_SETS.forEach(rest::remove);
        return rest;
    }
}
