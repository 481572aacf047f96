package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.store.Change;
import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.ObjectKey;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Removes what belonged to something that is gone, or lets it go free. */
final class Garbage {
    private static final Duration DELAY = Duration.ofMillis(300);
    private static final String FOREGROUND = "foregroundDeletion";
    private static final String ORPHAN = "orphan";

    private final Plane plane;

    /** Owners that wait for what they own. */
    private final Map<String, ObjectKey> waiting = new HashMap<>();

    Garbage(Plane plane) {
        this.plane = plane;
    }

    void noticed(Change change) {
        Entry before = change.before();
        Entry after = change.after();
        if (after == null && before != null) {
            waiting.remove(before.uid());
            plane.timeline()
                    .after(DELAY, () -> plane.store().owned(before.uid()).forEach(this::removeIfAlone));
            before.owners().forEach(this::finishOwner);
        } else if (after != null && after.deleting()) {
            plane.timeline().after(DELAY, () -> finalize(after.key()));
        }
    }

    /** Goes with the last of its owners. */
    private void removeIfAlone(Entry entry) {
        boolean alone = entry.owners().size() == 1 || entry.owners().stream().noneMatch(this::exists);
        if (alone && !entry.deleting()) {
            plane.delete(entry);
        }
    }

    private boolean exists(String uid) {
        return plane.store().all().stream().anyMatch(entry -> entry.uid().equals(uid));
    }

    /** An owner that waits for what it owns may be able to go now. */
    private void finishOwner(String uid) {
        ObjectKey key = waiting.get(uid);
        if (key != null) {
            plane.timeline().after(DELAY, () -> finalize(key));
        }
    }

    private void finalize(ObjectKey key) {
        Entry owner = plane.store().find(key);
        if (owner == null || !owner.deleting()) {
            return;
        }
        ObjectNode tree = owner.tree();
        List<Entry> owned = plane.store().owned(owner.uid());
        if (has(tree, ORPHAN)) {
            owned.forEach(entry ->
                    plane.writer().change(entry.key(), Plane.MANAGER, changed -> disown(changed, owner.uid())));
            drop(key, ORPHAN);
        } else if (has(tree, FOREGROUND)) {
            waiting.put(owner.uid(), key);
            owned.stream().filter(entry -> !entry.deleting()).forEach(plane::delete);
            if (plane.store().owned(owner.uid()).isEmpty()) {
                drop(key, FOREGROUND);
            }
        }
    }

    private static boolean has(ObjectNode object, String finalizer) {
        return Tree.elements(Tree.at(object, "metadata", "finalizers")).stream()
                .anyMatch(name -> name.asString("").equals(finalizer));
    }

    private void drop(ObjectKey key, String finalizer) {
        plane.writer().change(key, Plane.MANAGER, changed -> {
            ObjectNode metadata = Tree.child(changed, "metadata");
            without(metadata, "finalizers", name -> name.asString("").equals(finalizer));
        });
    }

    private static void disown(ObjectNode object, String uid) {
        without(
                Tree.child(object, "metadata"),
                "ownerReferences",
                owner -> Tree.text(owner, "uid").equals(uid));
    }

    private static void without(ObjectNode metadata, String list, Predicate<JsonNode> unwanted) {
        ArrayNode rest = Tree.array();
        metadata.path(list).forEach(element -> {
            if (!unwanted.test(element)) {
                rest.add(element);
            }
        });
        metadata.remove(list);
        if (!rest.isEmpty()) {
            metadata.set(list, rest);
        }
    }
}
