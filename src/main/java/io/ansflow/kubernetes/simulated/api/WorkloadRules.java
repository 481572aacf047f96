package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What workloads, and what scales them, must be like. */
final class WorkloadRules {
    private static final Pattern SCHEDULE = Pattern.compile("@\\w+( \\w+)?|(\\S+\\s+){4}\\S+");
    private static final List<String> RESTART_POLICIES = List.of("Always", "OnFailure", "Never");

    private WorkloadRules() {}

    static void workload(ObjectNode object, Complaints complaints) {
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

    static void job(ObjectNode job, Complaints complaints) {
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

    static void cronJob(ObjectNode cronJob, Complaints complaints) {
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

    static void autoscaler(ObjectNode autoscaler, Complaints complaints) {
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

    private static void notNegative(JsonNode spec, String field, Complaints complaints) {
        notNegative(spec, "spec", field, complaints);
    }

    private static void notNegative(JsonNode spec, String path, String field, Complaints complaints) {
        if (Tree.number(spec, 0, field) < 0) {
            complaints.invalid(path + "." + field, spec.path(field), Complaints.NOT_NEGATIVE);
        }
    }
}
