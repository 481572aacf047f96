package io.ansflow.kubernetes.simulated.print;

import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How workloads are printed. */
final class Workloads {
    static final Printer DEPLOYMENTS = of(
            List.of("Name", "Ready", "Up-to-date", "Available", "Age", "Containers", "Images", "Selector"),
            (object, now) -> List.of(
                    Cells.name(object),
                    ready(object),
                    Cells.status(object, "updatedReplicas"),
                    Cells.status(object, "availableReplicas"),
                    Cells.age(object, now),
                    containers(object, "name"),
                    containers(object, "image"),
                    selector(object)));

    static final Printer REPLICA_SETS = of(
            List.of("Name", "Desired", "Current", "Ready", "Age", "Containers", "Images", "Selector"),
            (object, now) -> List.of(
                    Cells.name(object),
                    String.valueOf(Tree.number(object, 1, "spec", "replicas")),
                    Cells.status(object, "replicas"),
                    Cells.status(object, "readyReplicas"),
                    Cells.age(object, now),
                    containers(object, "name"),
                    containers(object, "image"),
                    selector(object)));

    static final Printer STATEFUL_SETS = of(
            List.of("Name", "Ready", "Age", "Containers", "Images"),
            (object, now) -> List.of(
                    Cells.name(object),
                    ready(object),
                    Cells.age(object, now),
                    containers(object, "name"),
                    containers(object, "image")));

    static final Printer DAEMON_SETS = of(
            List.of(
                    "Name",
                    "Desired",
                    "Current",
                    "Ready",
                    "Up-to-date",
                    "Available",
                    "Node Selector",
                    "Age",
                    "Containers",
                    "Images",
                    "Selector"),
            (object, now) -> List.of(
                    Cells.name(object),
                    Cells.status(object, "desiredNumberScheduled"),
                    Cells.status(object, "currentNumberScheduled"),
                    Cells.status(object, "numberReady"),
                    Cells.status(object, "updatedNumberScheduled"),
                    Cells.status(object, "numberAvailable"),
                    Cells.labels(Tree.at(object, "spec", "template", "spec", "nodeSelector")),
                    Cells.age(object, now),
                    containers(object, "name"),
                    containers(object, "image"),
                    selector(object)));

    static final Printer JOBS = of(
            List.of("Name", "Status", "Completions", "Duration", "Age", "Containers", "Images", "Selector"),
            (object, now) -> List.of(
                    Cells.name(object),
                    jobStatus(object),
                    Cells.status(object, "succeeded") + "/" + Tree.number(object, 1, "spec", "completions"),
                    duration(object, now),
                    Cells.age(object, now),
                    containers(object, "name"),
                    containers(object, "image"),
                    selector(object)));

    static final Printer CRON_JOBS = of(
            List.of(
                    "Name",
                    "Schedule",
                    "Timezone",
                    "Suspend",
                    "Active",
                    "Last Schedule",
                    "Age",
                    "Containers",
                    "Images",
                    "Selector"),
            (object, now) -> {
                JsonNode spec = Tree.at(object, "spec", "jobTemplate", "spec", "template", "spec");
                Instant last = Tree.time(object, "status", "lastScheduleTime");
                return List.of(
                        Cells.name(object),
                        Tree.text(object, "spec", "schedule"),
                        Cells.orNone(Tree.text(object, "spec", "timeZone")),
                        Tree.at(object, "spec", "suspend").asBoolean(false) ? "True" : "False",
                        String.valueOf(Tree.at(object, "status", "active").size()),
                        last == null ? Cells.NONE : Cells.since(last, now),
                        Cells.age(object, now),
                        Cells.containers(spec, "name"),
                        Cells.containers(spec, "image"),
                        Cells.NONE);
            });

    private Workloads() {}

    static Printer of(List<String> headings, BiFunction<ObjectNode, Instant, List<@Nullable String>> cells) {
        return new Printer() {
            @Override
            public List<String> headings() {
                return headings;
            }

            @Override
            public List<@Nullable String> cells(ObjectNode object, Instant now) {
                return cells.apply(object, now);
            }
        };
    }

    private static String ready(JsonNode object) {
        return Cells.status(object, "readyReplicas") + "/" + Tree.number(object, 1, "spec", "replicas");
    }

    private static String containers(JsonNode object, String field) {
        return Cells.containers(Tree.at(object, "spec", "template", "spec"), field);
    }

    private static String selector(JsonNode object) {
        return Cells.labels(Tree.at(object, "spec", "selector", "matchLabels"));
    }

    private static String jobStatus(JsonNode job) {
        for (String condition : List.of("Complete", "Failed", "Suspended", "FailureTarget", "SuccessCriteriaMet")) {
            ObjectNode found = Tree.condition(job, condition);
            if (found != null && Tree.text(found, "status").equals("True")) {
                return condition;
            }
        }
        return "Running";
    }

    private static String duration(JsonNode job, Instant now) {
        Instant start = Tree.time(job, "status", "startTime");
        Instant end = Objects.requireNonNullElse(Tree.time(job, "status", "completionTime"), now);
        return start == null ? "" : Cells.length(Duration.between(start, end));
    }
}
