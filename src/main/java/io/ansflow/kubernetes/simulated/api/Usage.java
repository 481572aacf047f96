package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.Store;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** How much of what a quota limits is used. */
public final class Usage {
    private static final String COUNT = "count/";
    private static final int MILLI_SCALE = 3;
    private static final Set<String> COMPUTED =
            Set.of("cpu", "memory", "requests.cpu", "requests.memory", "limits.cpu", "limits.memory");

    /** What can be limited by its own name, besides by count/. */
    private static final Set<String> COUNTED = Set.of(
            "pods",
            "services",
            "secrets",
            "configmaps",
            "persistentvolumeclaims",
            "resourcequotas",
            "replicationcontrollers");

    private final Store store;

    public Usage(Store store) {
        this.store = store;
    }

    /** Of all objects of a namespace together. */
    public BigDecimal in(String namespace, String resource) {
        String type = type(resource);
        if (type.isEmpty()) {
            return BigDecimal.ZERO;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Entry entry : store.all(type, namespace)) {
            if (!over(entry)) {
                sum = sum.add(of(entry, resource));
            }
        }
        return sum;
    }

    private static BigDecimal of(Entry entry, String resource) {
        if (resource.startsWith(COUNT) || COUNTED.contains(resource)) {
            return BigDecimal.ONE;
        }
        return switch (resource) {
            case "cpu", "requests.cpu" -> BigDecimal.valueOf(entry.milliCpu(), MILLI_SCALE);
            case "memory", "requests.memory" -> BigDecimal.valueOf(entry.memory());
            default -> amount(entry.tree(), resource);
        };
    }

    /** Of one object. */
    static BigDecimal of(Kind kind, JsonNode object, String resource) {
        if (!type(resource).equals(kind.name())) {
            return BigDecimal.ZERO;
        }
        return resource.startsWith(COUNT) || COUNTED.contains(resource) ? BigDecimal.ONE : amount(object, resource);
    }

    /** Whether every container has to say how much of the resource it takes, and one does not. */
    static boolean mustBeSaid(Kind kind, JsonNode object, String resource) {
        if (!COMPUTED.contains(resource) || !kind.equals(Kinds.POD)) {
            return false;
        }
        return Tree.elements(Tree.at(object, "spec", "containers")).stream()
                .anyMatch(container ->
                        !Tree.at(container, "resources", part(resource)).has(bare(resource)));
    }

    private static BigDecimal amount(JsonNode object, String resource) {
        if (resource.equals("requests.storage")) {
            return Amounts.value(Tree.at(object, "spec", "resources", "requests", "storage"));
        }
        Map<String, BigDecimal> sums = Amounts.ofPod(object, part(resource));
        return sums.getOrDefault(bare(resource), BigDecimal.ZERO);
    }

    private static String part(String resource) {
        return resource.startsWith("limits.") ? "limits" : "requests";
    }

    private static String bare(String resource) {
        return resource.substring(resource.indexOf('.') + 1);
    }

    private static boolean over(Entry entry) {
        return entry.key().type().equals(Kinds.POD.name())
                && (entry.phase().equals("Succeeded") || entry.phase().equals("Failed"));
    }

    /** The type of objects that use up a resource; empty if it is not known. */
    private static String type(String resource) {
        if (resource.startsWith(COUNT)) {
            return resource.substring(COUNT.length());
        }
        if (COMPUTED.contains(resource)) {
            return Kinds.POD.name();
        }
        if (resource.equals("requests.storage")) {
            return Kinds.CLAIM.name();
        }
        return COUNTED.contains(resource) ? resource : "";
    }
}
