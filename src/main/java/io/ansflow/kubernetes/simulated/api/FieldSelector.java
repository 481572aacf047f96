package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Picks objects by the few fields that the API knows for their type. */
final class FieldSelector {
    private static final Map<String, Set<String>> KNOWN = Map.of(
            "pods",
            Set.of(
                    "spec.nodeName",
                    "spec.restartPolicy",
                    "spec.schedulerName",
                    "spec.serviceAccountName",
                    "status.phase",
                    "status.podIP",
                    "status.nominatedNodeName"),
            "events",
            Set.of(
                    "involvedObject.kind",
                    "involvedObject.namespace",
                    "involvedObject.name",
                    "involvedObject.uid",
                    "involvedObject.apiVersion",
                    "involvedObject.resourceVersion",
                    "involvedObject.fieldPath",
                    "reason",
                    "reportingComponent",
                    "source",
                    "type"),
            "nodes",
            Set.of("spec.unschedulable"),
            "namespaces",
            Set.of("status.phase"),
            "secrets",
            Set.of("type"),
            "jobs.batch",
            Set.of("status.successful"),
            "replicasets.apps",
            Set.of("status.replicas"));

    private final List<Requirement> requirements = new ArrayList<>();

    private record Requirement(String field, String value, boolean equal) {}

    /** @throws IllegalArgumentException if it is none, or the type does not know a field */
    static FieldSelector parse(String text, Kind kind) {
        FieldSelector selector = new FieldSelector();
        for (String part : text.isEmpty() ? new String[0] : text.split(",")) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("invalid selector: '" + part + "'; can't understand '" + part + "'");
            }
            boolean not = part.charAt(equals - 1) == '!';
            String field = part.substring(0, not ? equals - 1 : equals);
            String value = part.substring(part.startsWith("==", equals) ? equals + 2 : equals + 1);
            boolean known = field.equals("metadata.name")
                    || field.equals("metadata.namespace")
                    || KNOWN.getOrDefault(kind.name(), Set.of()).contains(field);
            if (!known) {
                throw new IllegalArgumentException("field label not supported: " + field);
            }
            selector.requirements.add(new Requirement(field, value, !not));
        }
        return selector;
    }

    boolean isEmpty() {
        return requirements.isEmpty();
    }

    boolean picks(JsonNode object) {
        return requirements.stream()
                .allMatch(requirement ->
                        value(object, requirement.field()).equals(requirement.value()) == requirement.equal());
    }

    private static String value(JsonNode object, String field) {
        JsonNode node = Tree.at(object, field.split("\\."));
        return field.equals("source") ? Tree.text(node, "component") : node.asString("");
    }
}
