package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.object.Quantity;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an object must be like, as far as people get it wrong by hand.
 *
 * @see <a href="https://github.com/kubernetes/kubernetes/blob/v1.33.0/pkg/apis/core/validation/validation.go">validation.go</a>
 */
final class Validation {
    private static final String NOT_NEGATIVE = "must be greater than or equal to 0";
    private static final String IMMUTABLE = "field is immutable";
    private static final Pattern SCHEDULE = Pattern.compile("@\\w+( \\w+)?|(\\S+\\s+){4}\\S+");
    private static final List<String> RESTART_POLICIES = List.of("Always", "OnFailure", "Never");

    private static final Map<String, BiConsumer<ObjectNode, Complaints>> BY_KIND = Map.ofEntries(
            Map.entry("pods", (pod, complaints) -> PodRules.check(pod.path("spec"), "spec", complaints)),
            Map.entry("configmaps", Validation::configMap),
            Map.entry("secrets", Validation::configMap),
            Map.entry("services", Validation::service),
            Map.entry("resourcequotas", Validation::quota),
            Map.entry("deployments.apps", Validation::workload),
            Map.entry("replicasets.apps", Validation::workload),
            Map.entry("statefulsets.apps", Validation::workload),
            Map.entry("daemonsets.apps", Validation::workload),
            Map.entry("jobs.batch", Validation::job),
            Map.entry("cronjobs.batch", Validation::cronJob),
            Map.entry("horizontalpodautoscalers.autoscaling", Validation::autoscaler),
            Map.entry("persistentvolumeclaims", Validation::claim));

    /** What cannot be changed once it is there. */
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
            change(kind, before, object, complaints);
        }
        complaints.refuse(kind, ref);
    }

    private static void change(Kind kind, ObjectNode before, ObjectNode object, Complaints complaints) {
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

    private static void workload(ObjectNode object, Complaints complaints) {
        JsonNode spec = object.path("spec");
        notNegative(spec, "replicas", complaints);
        notNegative(spec, "minReadySeconds", complaints);
        notNegative(spec, "revisionHistoryLimit", complaints);
        JsonNode labels = Tree.at(spec, "template", "metadata", "labels");
        JsonNode selector = spec.path("selector");
        if (!spec.has("selector")) {
            complaints.required("spec.selector", "");
        } else if (selector.path("matchLabels").isEmpty()
                && selector.path("matchExpressions").isEmpty()) {
            complaints.invalid("spec.selector", selector, "empty selector is invalid for deployment");
        }
        if (!Selector.of(selector).picks(Tree.texts(labels)) || labels.isEmpty()) {
            complaints.invalid(
                    "spec.template.metadata.labels", go(labels), "`selector` does not match template `labels`");
        }
        PodRules.check(Tree.at(spec, "template", "spec"), "spec.template.spec", complaints);
        JsonNode policy = Tree.at(spec, "template", "spec", "restartPolicy");
        if (!policy.asString("").equals("Always")) {
            complaints.unsupported("spec.template.spec.restartPolicy", policy, List.of("Always"));
        }
    }

    /** A map of texts, as Go prints it. */
    private static String go(JsonNode labels) {
        StringBuilder text = new StringBuilder("map[string]string{");
        String separator = "";
        for (Map.Entry<String, String> label : Tree.texts(labels).entrySet()) {
            text.append(separator)
                    .append('"')
                    .append(label.getKey())
                    .append("\":\"")
                    .append(label.getValue())
                    .append('"');
            separator = ", ";
        }
        return labels.isEmpty() ? "map[string]string(nil)" : text.append('}').toString();
    }

    private static void job(ObjectNode job, Complaints complaints) {
        jobSpec(job.path("spec"), "spec", complaints);
    }

    private static void jobSpec(JsonNode spec, String path, Complaints complaints) {
        for (String field : List.of("parallelism", "completions", "backoffLimit", "ttlSecondsAfterFinished")) {
            notNegative(spec, path, field, complaints);
        }
        JsonNode template = Tree.at(spec, "template", "spec");
        PodRules.check(template, path + ".template.spec", complaints);
        JsonNode policy = template.path("restartPolicy");
        if (policy.asString("").equals("Always")) {
            complaints.required(path + ".template.spec.restartPolicy", "valid values: \"OnFailure\", \"Never\"");
        } else if (!RESTART_POLICIES.contains(policy.asString(""))) {
            complaints.unsupported(path + ".template.spec.restartPolicy", policy, List.of("Never", "OnFailure"));
        }
    }

    private static void cronJob(ObjectNode cronJob, Complaints complaints) {
        JsonNode schedule = Tree.at(cronJob, "spec", "schedule");
        if (schedule.asString("").isEmpty()) {
            complaints.required("spec.schedule", "");
        } else if (!SCHEDULE.matcher(schedule.asString("").strip()).matches()) {
            int found = schedule.asString("").strip().split("\\s+").length;
            complaints.invalid(
                    "spec.schedule",
                    schedule,
                    "expected exactly 5 fields, found " + found + ": " + schedule.asString(""));
        }
        jobSpec(Tree.at(cronJob, "spec", "jobTemplate", "spec"), "spec.jobTemplate.spec", complaints);
    }

    private static void autoscaler(ObjectNode autoscaler, Complaints complaints) {
        JsonNode spec = autoscaler.path("spec");
        int min = Tree.number(spec, 1, "minReplicas");
        int max = Tree.number(spec, 0, "maxReplicas");
        if (min < 1) {
            complaints.invalid("spec.minReplicas", spec.path("minReplicas"), "must be greater than or equal to 1");
        }
        if (max < 1) {
            complaints.invalid("spec.maxReplicas", String.valueOf(max), "must be greater than 0");
        } else if (max < min) {
            complaints.invalid(
                    "spec.maxReplicas", String.valueOf(max), "must be greater than or equal to `minReplicas`");
        }
        for (String field : List.of("kind", "name")) {
            if (Tree.text(spec, "scaleTargetRef", field).isEmpty()) {
                complaints.required("spec.scaleTargetRef." + field, "");
            }
        }
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
                complaints.invalid(field, amount, NOT_NEGATIVE);
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

    private static void notNegative(JsonNode spec, String field, Complaints complaints) {
        notNegative(spec, "spec", field, complaints);
    }

    private static void notNegative(JsonNode spec, String path, String field, Complaints complaints) {
        if (Tree.number(spec, 0, field) < 0) {
            complaints.invalid(path + "." + field, spec.path(field), NOT_NEGATIVE);
        }
    }
}
