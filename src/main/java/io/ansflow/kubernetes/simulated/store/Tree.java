package io.ansflow.kubernetes.simulated.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and builds the JSON trees that objects are. */
public final class Tree {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Tree() {}

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    public static ArrayNode array() {
        return JSON.createArrayNode();
    }

    /** JSON in which single quotes stand for double ones. */
    public static ObjectNode parse(String json) {
        return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
    }

    public static JsonNode at(JsonNode node, String... path) {
        JsonNode found = node;
        for (String name : path) {
            found = found.path(name);
        }
        return found;
    }

    /** The text there; empty if there is none. */
    public static String text(JsonNode node, String... path) {
        return at(node, path).asString("");
    }

    /** The whole number there, or the default if there is none. */
    public static int number(JsonNode node, int orElse, String... path) {
        JsonNode found = at(node, path);
        return found.isIntegralNumber() ? found.intValue() : orElse;
    }

    /** The moment there; null if there is none. */
    public static @Nullable Instant time(JsonNode node, String... path) {
        String text = text(node, path);
        return text.isEmpty() ? null : Instant.parse(text);
    }

    /** The object at the path, made if there is none. */
    public static ObjectNode child(ObjectNode node, String... path) {
        ObjectNode found = node;
        for (String name : path) {
            found = found.get(name) instanceof ObjectNode child ? child : found.putObject(name);
        }
        return found;
    }

    /** The array at the name, made if there is none. */
    public static ArrayNode list(ObjectNode node, String name) {
        return node.get(name) instanceof ArrayNode array ? array : node.putArray(name);
    }

    public static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** The texts of a mapping by their keys, in order; none if it is no mapping. */
    public static Map<String, String> texts(JsonNode mapping) {
        Map<String, String> texts = new LinkedHashMap<>();
        mapping.forEachEntry((key, value) -> texts.put(key, value.asString("")));
        return texts;
    }

    public static ObjectNode of(Map<String, String> texts) {
        ObjectNode node = object();
        texts.forEach(node::put);
        return node;
    }

    /** As the API writes moments: whole seconds, UTC. */
    public static String stamp(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The condition of a type in {@code status.conditions}, or null. */
    public static @Nullable ObjectNode condition(JsonNode object, String type) {
        for (JsonNode condition : at(object, "status", "conditions")) {
            if (text(condition, "type").equals(type) && condition instanceof ObjectNode found) {
                return found;
            }
        }
        return null;
    }

    /** Sets a condition; its {@code lastTransitionTime} moves when its status does. */
    public static ObjectNode setCondition(
            ObjectNode object, String type, boolean status, String reason, String message, Instant now) {
        ObjectNode condition = condition(object, type);
        if (condition == null) {
            condition = list(child(object, "status"), "conditions").addObject().put("type", type);
        }
        String text = status ? "True" : "False";
        if (!text(condition, "status").equals(text)) {
            condition.put("status", text).put("lastTransitionTime", stamp(now));
        }
        put(condition, "reason", reason);
        put(condition, "message", message);
        return condition;
    }

    /** Removes a condition. */
    public static void dropCondition(ObjectNode object, String type) {
        if (at(object, "status", "conditions") instanceof ArrayNode conditions) {
            for (int i = conditions.size() - 1; i >= 0; i--) {
                if (text(conditions.get(i), "type").equals(type)) {
                    conditions.remove(i);
                }
            }
        }
    }

    private static void put(ObjectNode node, String name, String value) {
        if (value.isEmpty()) {
            node.remove(name);
        } else {
            node.put(name, value);
        }
    }
}
