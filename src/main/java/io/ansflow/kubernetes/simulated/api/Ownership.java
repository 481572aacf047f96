package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who decides about which field of an object ({@code metadata.managedFields}), through every way to change it.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/server-side-apply/">Server-side apply</a>
 */
final class Ownership {
    private static final String APPLY = "Apply";
    private static final String UPDATE = "Update";

    private final Kind kind;
    private final List<Manager> managers = new ArrayList<>();

    /** One entry of the list. */
    private record Manager(String name, String operation, String subresource, String time, FieldSet fields) {
        boolean is(String wanted, String how, String part) {
            return name.equals(wanted) && operation.equals(how) && subresource.equals(part);
        }
    }

    private Ownership(Kind kind) {
        this.kind = kind;
    }

    /** A field that others decided about in another way. */
    record Conflict(String manager, String field) {}

    static Ownership of(Kind kind, JsonNode object) {
        Ownership ownership = new Ownership(kind);
        for (JsonNode entry : Tree.at(object, "metadata", "managedFields")) {
            ownership.managers.add(new Manager(
                    Tree.text(entry, "manager"),
                    Tree.text(entry, "operation"),
                    Tree.text(entry, "subresource"),
                    Tree.text(entry, "time"),
                    FieldSet.read(entry.path("fieldsV1"))));
        }
        return ownership;
    }

    /** Something else than an apply made {@code after} of {@code before}: what it changed is the manager's. */
    void updated(JsonNode before, JsonNode after, String manager, String subresource, Instant now) {
        Difference difference = Difference.of(kind.shape(), before, after);
        FieldSet changed = difference.changedOrAdded();
        FieldSet lost = changed.copy();
        lost.addAll(difference.removed());
        if (lost.isEmpty()) {
            return;
        }
        FieldSet mine = take(manager, UPDATE, subresource)
                .map(Manager::fields)
                .orElseGet(FieldSet::new)
                .without(difference.removed());
        takeAway(lost);
        mine.addAll(changed);
        if (!mine.isEmpty()) {
            managers.add(new Manager(manager, UPDATE, subresource, Tree.stamp(now), mine));
        }
    }

    /**
     * Merges an applied configuration, and what the manager applied before and does not any more goes, unless others decide
     * about it as well.
     *
     * @param conflicts gets the fields that others decided about in another way; if any, and not taken over, the result
     *     must not be kept
     */
    ObjectNode applied(
            ObjectNode live,
            ObjectNode applied,
            String manager,
            boolean takeOver,
            List<Conflict> conflicts,
            Instant now) {
        FieldSet wanted = Fields.of(kind.shape(), applied);
        FieldSet before = take(manager, APPLY, "").map(Manager::fields).orElseGet(FieldSet::new);
        ObjectNode merged = (ObjectNode) Merging.apply(kind.shape(), live, applied);
        Difference difference = Difference.of(kind.shape(), live, merged);
        for (Manager other : managers) {
            FieldSet disputed = other.fields().intersection(wanted).intersection(difference.changedOrAdded());
            disputed.paths().forEach(path -> conflicts.add(new Conflict(other.name(), FieldSet.show(path))));
            if (takeOver) {
                other.fields().removeAll(disputed);
            }
        }
        FieldSet dropped = before.without(wanted);
        managers.forEach(other -> dropped.removeAll(other.fields()));
        Fields.remove(kind.shape(), merged, dropped);
        managers.removeIf(other -> other.fields().isEmpty());
        managers.addFirst(new Manager(manager, APPLY, "", Tree.stamp(now), wanted));
        return merged;
    }

    void writeTo(ObjectNode object) {
        ArrayNode entries = Tree.array();
        for (Manager manager : managers) {
            ObjectNode entry = entries.addObject()
                    .put("manager", manager.name())
                    .put("operation", manager.operation())
                    .put("apiVersion", kind.type().apiVersion())
                    .put("time", manager.time())
                    .put("fieldsType", "FieldsV1");
            entry.set("fieldsV1", manager.fields().write());
            if (!manager.subresource().isEmpty()) {
                entry.put("subresource", manager.subresource());
            }
        }
        ObjectNode metadata = Tree.child(object, "metadata");
        metadata.remove("managedFields");
        if (!entries.isEmpty()) {
            metadata.set("managedFields", entries);
        }
    }

    private Optional<Manager> take(String name, String operation, String subresource) {
        Optional<Manager> found = managers.stream()
                .filter(manager -> manager.is(name, operation, subresource))
                .findFirst();
        found.ifPresent(managers::remove);
        return found;
    }

    private void takeAway(FieldSet fields) {
        managers.forEach(manager -> manager.fields().removeAll(fields));
        managers.removeIf(manager -> manager.fields().isEmpty());
    }

    /** Records in an object who changed it. */
    static void recordUpdate(
            Kind kind, ObjectNode before, ObjectNode after, String manager, String subresource, Instant at) {
        Ownership ownership = Ownership.of(kind, before);
        ownership.updated(before, after, manager, subresource, at);
        ownership.writeTo(after);
    }

    /** Whether the same managers own the same fields, whenever they last wrote them. */
    static boolean sameOwners(ObjectNode before, ObjectNode after) {
        return fields(before).equals(fields(after));
    }

    private static List<JsonNode> fields(ObjectNode object) {
        return Tree.elements(Tree.at(object, "metadata", "managedFields")).stream()
                .map(entry -> {
                    ObjectNode copy = ((ObjectNode) entry).deepCopy();
                    copy.remove("time");
                    return (JsonNode) copy;
                })
                .toList();
    }

    /** An object but for who owns its fields. */
    static ObjectNode withoutOwners(ObjectNode object) {
        ObjectNode rest = object.deepCopy();
        Tree.child(rest, "metadata").remove("managedFields");
        return rest;
    }
}
