package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Walks over the fields of objects as their {@link Shape} says: which there are, and how to remove them. */
final class Fields {
    /** Nobody decides about these: the server does. */
    private static final Set<String> OF_THE_SERVER = Set.of(
            "name",
            "namespace",
            "creationTimestamp",
            "selfLink",
            "uid",
            "clusterName",
            "generation",
            "managedFields",
            "resourceVersion",
            "deletionTimestamp",
            "deletionGracePeriodSeconds");

    private Fields() {}

    /** The fields that an applied configuration decides about. */
    static FieldSet of(Shape shape, JsonNode object) {
        FieldSet set = new FieldSet();
        collect(shape, object, set, true);
        return set;
    }

    private static void collect(Shape shape, JsonNode node, FieldSet set, boolean top) {
        Map<String, JsonNode> parts = parts(shape, node, top);
        if (parts.isEmpty() && !top) {
            set.join();
        }
        parts.forEach((step, part) -> {
            FieldSet child = set.child(step);
            if (!step.startsWith("f:")) {
                child.join();
            }
            if (!step.startsWith("v:")) {
                collect(below(shape, step), part, child, false);
            }
        });
    }

    /** The parts of a granular node by their steps; none of any other. */
    static Map<String, JsonNode> parts(Shape shape, JsonNode node, boolean top) {
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        if (!shape.granular()) {
            return parts;
        }
        if (node instanceof ArrayNode array && shape instanceof Shape.Listing listing) {
            array.forEach(element -> parts.put(step(listing, element), element));
        } else if (node instanceof ObjectNode object) {
            object.forEachEntry((name, value) -> {
                if (top && (name.equals("apiVersion") || name.equals("kind"))) {
                    return;
                }
                parts.put("f:" + name, top && name.equals("metadata") ? metadata(value) : value);
            });
        }
        return parts;
    }

    private static JsonNode metadata(JsonNode metadata) {
        ObjectNode rest = Tree.object();
        metadata.forEachEntry((name, value) -> {
            if (!OF_THE_SERVER.contains(name)) {
                rest.set(name, value);
            }
        });
        return rest;
    }

    static String step(Shape.Listing listing, JsonNode element) {
        if (listing.set()) {
            return "v:" + element;
        }
        ObjectNode key = Tree.object();
        java.util.Objects.requireNonNull(listing.keys()).stream().sorted().forEach(name -> {
            JsonNode value = element.path(name);
            key.set(
                    name,
                    value.isMissingNode() && name.equals("protocol")
                            ? Tree.array().stringNode("TCP")
                            : value);
        });
        return "k:" + key;
    }

    /** The shape of a part. */
    static Shape below(Shape shape, String step) {
        return switch (shape) {
            case Shape.Struct struct -> {
                Shape field = struct.field(step.substring(2));
                yield field == null ? Shape.Scalar.ANY : field;
            }
            case Shape.Mapping mapping -> mapping.value();
            case Shape.Listing listing -> listing.element();
            case Shape.Scalar _ -> Shape.Scalar.ANY;
        };
    }

    /** Removes these fields from an object. */
    static void remove(Shape shape, JsonNode node, FieldSet fields) {
        fields.children().forEach((step, below) -> {
            JsonNode part = find(shape, node, step);
            if (part == null) {
                return;
            }
            Shape inner = below(shape, step);
            boolean granular = inner.granular() && !step.startsWith("v:");
            if (granular) {
                remove(inner, part, below);
            }
            boolean leaf = !granular || (step.startsWith("k:") && below.member());
            boolean emptied = granular && part.isEmpty() && !below.isEmpty();
            if ((below.member() && leaf) || emptied) {
                drop(shape, node, step);
            }
        });
    }

    private static @Nullable JsonNode find(Shape shape, JsonNode node, String step) {
        return step.startsWith("f:")
                ? node.get(step.substring(2))
                : parts(shape, node, false).get(step);
    }

    private static void drop(Shape shape, JsonNode node, String step) {
        if (node instanceof ObjectNode object) {
            object.remove(step.substring(2));
        } else if (node instanceof ArrayNode array && shape instanceof Shape.Listing listing) {
            List<JsonNode> elements = Tree.elements(array);
            for (int i = elements.size() - 1; i >= 0; i--) {
                if (step(listing, elements.get(i)).equals(step)) {
                    array.remove(i);
                }
            }
        }
    }
}
