package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an API server writes into the metadata of an object, and what nobody else can change there. */
final class Metadata {
    private static final List<String> KEPT = List.of(
            "uid",
            "creationTimestamp",
            "generation",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "namespace",
            "name");

    private Metadata() {}

    /** Makes an object a new one, as of a moment. */
    static void begin(Kind kind, String namespace, ObjectNode object, Ids ids, Instant at) {
        ObjectNode ordered = Tree.object();
        ordered.put("apiVersion", kind.type().apiVersion())
                .put("kind", kind.type().kind());
        ordered.set("metadata", object.path("metadata") instanceof ObjectNode found ? found : Tree.object());
        object.remove(List.of("apiVersion", "kind", "metadata"));
        ordered.setAll(object);
        object.removeAll();
        object.setAll(ordered);
        ObjectNode metadata = Tree.child(object, "metadata");
        if (!metadata.has("name") && metadata.has("generateName")) {
            metadata.put("name", Tree.text(metadata, "generateName") + ids.suffix());
        }
        metadata.remove(List.of("resourceVersion", "managedFields", "deletionTimestamp", "selfLink", "generation"));
        metadata.put("uid", ids.uid());
        metadata.put("creationTimestamp", Tree.stamp(at));
        if (kind.type().namespaced()) {
            metadata.put("namespace", namespace);
        }
        if (kind.generations()) {
            metadata.put("generation", 1);
        }
    }

    /**
     * Checks that what somebody made of an object is the same one, as they last saw it.
     *
     * @throws Rejection if it is not
     */
    static void checkIdentity(ObjectRef ref, ObjectNode before, ObjectNode object) {
        String uid = Tree.text(object, "metadata", "uid");
        if (!uid.isEmpty() && !uid.equals(Tree.text(before, "metadata", "uid"))) {
            throw Rejection.replaced(ref);
        }
        String version = Tree.text(object, "metadata", "resourceVersion");
        if (!version.isEmpty() && !version.equals(Tree.text(before, "metadata", "resourceVersion"))) {
            throw Rejection.conflict(
                    ref,
                    "Operation cannot be fulfilled on " + ref.type().qualifiedName() + " \"" + ref.name()
                            + "\": the object has been modified; please apply your changes to the latest version and try again");
        }
        String name = Tree.text(object, "metadata", "name");
        if (!name.isEmpty() && !name.equals(ref.name())) {
            throw Rejection.invalid(
                    ref,
                    "the name of the object (" + name + ") does not match the name on the URL (" + ref.name() + ")",
                    "");
        }
    }

    /** Gives an object back what it cannot change itself. */
    static void restore(ObjectNode before, ObjectNode object, boolean status) {
        object.put("apiVersion", Tree.text(before, "apiVersion")).put("kind", Tree.text(before, "kind"));
        ObjectNode metadata = Tree.child(object, "metadata");
        KEPT.forEach(name -> {
            JsonNode value = Tree.at(before, "metadata", name);
            if (value.isMissingNode()) {
                metadata.remove(name);
            } else {
                metadata.set(name, value);
            }
        });
        metadata.set("resourceVersion", Tree.at(before, "metadata", "resourceVersion"));
        JsonNode owners = Tree.at(before, "metadata", "managedFields");
        if (!owners.isMissingNode()) {
            metadata.set("managedFields", owners);
        }
        List.of("labels", "annotations", "finalizers", "ownerReferences").forEach(name -> {
            if (metadata.has(name) && metadata.path(name).isEmpty()) {
                metadata.remove(name);
            }
        });
        if (status) {
            object.remove("status");
            if (before.has("status")) {
                object.set("status", before.path("status").deepCopy());
            }
        }
    }

    /** Counts a change of the spec. */
    static void countGeneration(Kind kind, ObjectNode before, ObjectNode after) {
        if (kind.generations() && !before.path("spec").equals(after.path("spec"))) {
            Tree.child(after, "metadata").put("generation", Tree.number(before, 0, "metadata", "generation") + 1);
        }
    }
}
