package io.ansflow.workload;

import io.ansflow.kubernetes.object.KubeObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Selectors of pods, in the syntax of the API's lists. */
final class Selectors {
    /** Kinds whose {@code spec.selector} is about pods; that of a volume claim, for one, is about volumes. */
    private static final Set<String> ABOUT_PODS =
            Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "Job", "Service");

    /** How the operators of {@code matchExpressions} are written; exists and does not have no values. */
    private static final Map<String, String> OPERATORS = Map.of("In", " in ", "NotIn", " notin ");

    private Selectors() {}

    /** The selector of the object's pods; empty if it has none, and so picks none. */
    static String of(KubeObject object) {
        JsonNode selector = object.at("spec", "selector");
        if (!ABOUT_PODS.contains(object.kind())) {
            return "";
        }
        boolean plain =
                selector.propertyStream().allMatch(entry -> entry.getValue().isString());
        List<String> terms = new ArrayList<>(equalities(plain ? selector : selector.path("matchLabels")));
        if (!plain) {
            StreamSupport.stream(selector.path("matchExpressions").spliterator(), false)
                    .map(Selectors::expression)
                    .forEach(terms::add);
        }
        return String.join(",", terms);
    }

    private static List<String> equalities(JsonNode labels) {
        return labels.propertyStream()
                .map(label -> label.getKey() + "=" + label.getValue().asString(""))
                .toList();
    }

    private static String expression(JsonNode expression) {
        String key = expression.path("key").asString("");
        String operator = expression.path("operator").asString("");
        if (operator.equals("DoesNotExist")) {
            return "!" + key;
        }
        String values = StreamSupport.stream(expression.path("values").spliterator(), false)
                .map(value -> value.asString(""))
                .collect(Collectors.joining(",", "(", ")"));
        return OPERATORS.containsKey(operator) ? key + OPERATORS.get(operator) + values : key;
    }
}
