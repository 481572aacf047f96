package io.ansflow.kubernetes.simulated.api;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Which fields of an object are others, or new, than they were, and which are gone. */
record Difference(FieldSet changedOrAdded, FieldSet removed) {
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

    static Difference of(Shape shape, JsonNode before, JsonNode after) {
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
        Map<String, JsonNode> old = Fields.parts(shape, before, top);
        Map<String, JsonNode> now = Fields.parts(shape, after, top);
        now.forEach((step, part) -> {
            JsonNode former = old.get(step);
            if (former != null) {
                compare(Fields.below(shape, step), former, part, changed.child(step), removed.child(step), false);
            } else if (!step.startsWith("v:")) {
                added(Fields.below(shape, step), step, part, changed.child(step));
            } else {
                changed.child(step).join();
            }
        });
        old.forEach((step, part) -> {
            if (!now.containsKey(step)) {
                removed(Fields.below(shape, step), step, part, removed.child(step));
            }
        });
    }

    private static void added(Shape shape, String step, JsonNode node, FieldSet set) {
        Map<String, JsonNode> parts = Fields.parts(shape, node, false);
        if (parts.isEmpty() || !ALWAYS_THERE.contains(step)) {
            set.join();
        }
        parts.forEach((name, part) -> {
            if (name.startsWith("v:")) {
                set.child(name).join();
            } else {
                added(Fields.below(shape, name), name, part, set.child(name));
            }
        });
    }

    private static void removed(Shape shape, String step, JsonNode node, FieldSet set) {
        set.join();
        if (!step.startsWith("v:")) {
            Fields.parts(shape, node, false)
                    .forEach((name, part) -> removed(Fields.below(shape, name), name, part, set.child(name)));
        }
    }
}
