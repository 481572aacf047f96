package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The three ways in which a change is merged into an object. */
final class Merging {
    private Merging() {}

    /** Server-side apply: an applied configuration over what is there. */
    static JsonNode apply(Shape shape, JsonNode live, JsonNode applied) {
        if (!shape.granular()) {
            return applied.deepCopy();
        }
        if (live instanceof ObjectNode object && applied instanceof ObjectNode wanted) {
            ObjectNode merged = object.deepCopy();
            wanted.forEachEntry((name, value) -> {
                JsonNode before = merged.get(name);
                Shape inner = Fields.below(shape, "f:" + name);
                merged.set(name, before == null ? value.deepCopy() : apply(inner, before, value));
            });
            return merged;
        }
        if (live instanceof ArrayNode array
                && applied instanceof ArrayNode wanted
                && shape instanceof Shape.Listing listing) {
            ArrayNode merged = array.deepCopy();
            for (JsonNode element : wanted) {
                int index = index(listing, merged, element);
                if (index < 0) {
                    merged.add(element.deepCopy());
                } else {
                    merged.set(index, apply(listing.element(), merged.get(index), element));
                }
            }
            return merged;
        }
        return applied.deepCopy();
    }

    private static int index(Shape.Listing listing, ArrayNode array, JsonNode element) {
        String step = Fields.step(listing, element);
        for (int i = 0; i < array.size(); i++) {
            if (Fields.step(listing, array.get(i)).equals(step)) {
                return i;
            }
        }
        return -1;
    }

    /** RFC 7396: null removes, everything but objects is replaced. */
    static JsonNode merge(JsonNode live, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch.deepCopy();
        }
        ObjectNode merged = live instanceof ObjectNode object ? object.deepCopy() : Tree.object();
        changes.forEachEntry((name, value) -> {
            if (value.isNull()) {
                merged.remove(name);
            } else {
                merged.set(name, merge(merged.path(name), value));
            }
        });
        return merged;
    }

    /** The API's own patch: lists are merged by the first of their keys, {@code $patch: delete} removes. */
    static JsonNode strategic(Shape shape, JsonNode live, JsonNode patch) {
        if (patch instanceof ObjectNode changes) {
            if (!(live instanceof ObjectNode object)
                    || Tree.text(changes, "$patch").equals("replace")) {
                ObjectNode fresh = changes.deepCopy();
                fresh.remove("$patch");
                return withoutNulls(fresh);
            }
            ObjectNode merged = object.deepCopy();
            changes.forEachEntry((name, value) -> {
                if (value.isNull()) {
                    merged.remove(name);
                } else if (!name.startsWith("$")) {
                    merged.set(name, strategic(Fields.below(shape, "f:" + name), merged.path(name), value));
                }
            });
            return merged;
        }
        if (patch instanceof ArrayNode changes
                && live instanceof ArrayNode array
                && shape instanceof Shape.Listing listing
                && listing.granular()) {
            return strategic(listing, array.deepCopy(), changes);
        }
        return patch.deepCopy();
    }

    private static ArrayNode strategic(Shape.Listing listing, ArrayNode merged, ArrayNode changes) {
        String key = listing.set() ? "" : Objects.requireNonNull(listing.keys()).getFirst();
        for (JsonNode element : changes) {
            int index = index(merged, element, key);
            if (Tree.text(element, "$patch").equals("delete")) {
                if (index >= 0) {
                    merged.remove(index);
                }
            } else if (index < 0) {
                merged.add(element.deepCopy());
            } else if (!listing.set()) {
                merged.set(index, strategic(listing.element(), merged.get(index), element));
            }
        }
        return merged;
    }

    private static int index(ArrayNode array, JsonNode element, String key) {
        List<JsonNode> elements = Tree.elements(array);
        for (int i = 0; i < elements.size(); i++) {
            boolean same = key.isEmpty()
                    ? elements.get(i).equals(element)
                    : elements.get(i).path(key).equals(element.path(key));
            if (same) {
                return i;
            }
        }
        return -1;
    }

    private static ObjectNode withoutNulls(ObjectNode object) {
        object.properties().stream()
                .filter(field -> field.getValue().isNull())
                .map(java.util.Map.Entry::getKey)
                .toList()
                .forEach(object::remove);
        return object;
    }
}
