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

/** Walks over the fields of objects as their {@link Shape} says: which there are, which differ, and how to remove them. */
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

    /** Structs that the API writes even when they are empty: they are there from the beginning, and nobody adds them. */
    private static final Set<String> ALWAYS_THERE = Set.of(
            "f:metadata",
            "f:spec",
            "f:status",
            "f:template",
            "f:strategy",
            "f:updateStrategy",
            "f:jobTemplate",
            "f:scaleTargetRef",
            "f:roleRef");

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

    /** Both sides of a comparison. */
    record Difference(FieldSet changedOrAdded, FieldSet removed) {}

    static Difference compare(Shape shape, JsonNode before, JsonNode after) {
        Difference difference = new Difference(new FieldSet(), new FieldSet());
        compare(shape, before, after, difference.changedOrAdded(), difference.removed(), true);
        return difference;
    }

    private static void compare(
            Shape shape, JsonNode before, JsonNode after, FieldSet changed, FieldSet removed, boolean top) {
        if (before.equals(after)) {
            return;
        }
        if (!shape.granular()) {
            changed.join();
            return;
        }
        Map<String, JsonNode> old = parts(shape, before, top);
        Map<String, JsonNode> now = parts(shape, after, top);
        now.forEach((step, part) -> {
            JsonNode former = old.get(step);
            if (former != null) {
                compare(below(shape, step), former, part, changed.child(step), removed.child(step), false);
            } else if (!step.startsWith("v:")) {
                added(below(shape, step), step, part, changed.child(step));
            } else {
                changed.child(step).join();
            }
        });
        old.forEach((step, part) -> {
            if (!now.containsKey(step)) {
                removed(below(shape, step), step, part, removed.child(step));
            }
        });
    }

    private static void added(Shape shape, String step, JsonNode node, FieldSet set) {
        Map<String, JsonNode> parts = parts(shape, node, false);
        if (parts.isEmpty() || !ALWAYS_THERE.contains(step)) {
            set.join();
        }
        parts.forEach((name, part) -> {
            if (name.startsWith("v:")) {
                set.child(name).join();
            } else {
                added(below(shape, name), name, part, set.child(name));
            }
        });
    }

    private static void removed(Shape shape, String step, JsonNode node, FieldSet set) {
        set.join();
        if (!step.startsWith("v:")) {
            parts(shape, node, false).forEach((name, part) -> removed(below(shape, name), name, part, set.child(name)));
        }
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
