package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Picks objects by their labels. */
public final class Selector {
    private static final Pattern REQUIREMENT = Pattern.compile(
            "\\s*(?:(?<absent>!\\s*)?(?<key>[\\w./-]+)\\s*(?:(?<op>=|==|!=|\\bin\\b|\\bnotin\\b)\\s*(?:\\((?<list>[^)]*)\\)|(?<value>[\\w.-]*)))?)\\s*(?:,|$)");

    private final List<Predicate<Map<String, String>>> requirements = new ArrayList<>();

    private Selector() {}

    /**
     * Reads the syntax of the API: {@code app=web,tier in (a,b),!old}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Selector parse(String text) {
        Selector selector = new Selector();
        Matcher matcher = REQUIREMENT.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!matcher.find(end) || matcher.start() != end || matcher.end() == end) {
                throw new IllegalArgumentException("unable to parse requirement: " + text);
            }
            selector.requirements.add(requirement(matcher));
            end = matcher.end();
        }
        return selector;
    }

    /** What a LabelSelector of an object picks. */
    public static Selector of(JsonNode labelSelector) {
        Selector selector = new Selector();
        Tree.texts(labelSelector.path("matchLabels"))
                .forEach((key, value) -> selector.requirements.add(labels -> value.equals(labels.get(key))));
        for (JsonNode expression : labelSelector.path("matchExpressions")) {
            Set<String> values = Tree.elements(expression.path("values")).stream()
                    .map(JsonNode::asString)
                    .collect(Collectors.toSet());
            selector.requirements.add(
                    requirement(Tree.text(expression, "key"), Tree.text(expression, "operator"), values));
        }
        return selector;
    }

    public boolean picks(JsonNode object) {
        Map<String, String> labels = Tree.texts(Tree.at(object, "metadata", "labels"));
        return requirements.stream().allMatch(requirement -> requirement.test(labels));
    }

    boolean picks(Map<String, String> labels) {
        return requirements.stream().allMatch(requirement -> requirement.test(labels));
    }

    public boolean isEmpty() {
        return requirements.isEmpty();
    }

    private static Predicate<Map<String, String>> requirement(Matcher matcher) {
        String key = matcher.group("key");
        String operator = matcher.group("op");
        if (operator == null) {
            return requirement(key, matcher.group("absent") == null ? "Exists" : "DoesNotExist", Set.of());
        }
        String list = matcher.group("list");
        Set<String> values = list == null
                ? Set.of(matcher.group("value"))
                : Arrays.stream(list.split(",")).map(String::strip).collect(Collectors.toSet());
        return requirement(key, operator.equals("!=") || operator.equals("notin") ? "NotIn" : "In", values);
    }

    private static Predicate<Map<String, String>> requirement(String key, String operator, Set<String> values) {
        return switch (operator) {
            case "In" -> labels -> labels.containsKey(key) && values.contains(labels.get(key));
            case "NotIn" -> labels -> !labels.containsKey(key) || !values.contains(labels.get(key));
            case "Exists" -> labels -> labels.containsKey(key);
            default -> labels -> !labels.containsKey(key);
        };
    }
}
