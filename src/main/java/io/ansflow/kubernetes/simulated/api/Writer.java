package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.object.DeleteRequest;
import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.object.WriteMode;
import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.ObjectKey;
import io.ansflow.kubernetes.simulated.store.Store;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps objects, after all that an API server does before: defaults, validation, admission, and the record of who did it. */
public final class Writer {
    private static final List<String> KEPT = List.of(
            "uid",
            "creationTimestamp",
            "generation",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "namespace",
            "name");

    private final Store store;
    private final Kinds kinds;
    private final Ids ids;
    private final Admission admission;
    private final Supplier<Instant> now;

    public Writer(Store store, Kinds kinds, Ids ids, Supplier<Instant> now) {
        this.store = store;
        this.kinds = kinds;
        this.ids = ids;
        this.admission = new Admission(store);
        this.now = now;
    }

    /**
     * A write.
     *
     * @param ref what it is about, as it is told
     * @param manager in whose name
     * @param dryRun whether nothing is kept
     */
    record Write(Kind kind, ObjectRef ref, String manager, boolean dryRun) {}

    /** Makes an object in the name of a part of the control plane. */
    public ObjectNode create(Kind kind, String namespace, ObjectNode object, String manager) {
        String name = Tree.text(object, "metadata", "name");
        String known = name.isEmpty() ? Tree.text(object, "metadata", "generateName") + ids.suffix() : name;
        Tree.child(object, "metadata").put("name", known);
        return create(new Write(kind, kind.type().named(namespace, known), manager, false), object);
    }

    /**
     * Makes an object that is as it is, its status included, as of a moment: the way in which a cluster gets a past.
     *
     * @return it as it is kept
     */
    public ObjectNode place(Kind kind, String namespace, ObjectNode object, String manager, Instant at) {
        ObjectNode status = object.path("status") instanceof ObjectNode found ? found : Tree.object();
        prepare(kind, namespace, object, at);
        object.set("status", status);
        if (status.isEmpty()) {
            object.remove("status");
        }
        Defaults.fill(kind, object);
        own(kind, Tree.object(), object, manager, "", at);
        store.put(key(kind, object), object);
        return object;
    }

    ObjectNode create(Write write, ObjectNode object) {
        Kind kind = write.kind();
        ObjectRef ref = write.ref();
        String namespace = Tree.text(object, "metadata", "namespace");
        if (!namespace.isEmpty() && !namespace.equals(ref.namespace())) {
            throw Rejection.invalid(
                    ref, "the namespace of the provided object does not match the namespace sent on the request", "");
        }
        Conformity.check(kind, ref, object);
        if (kind.type().namespaced()) {
            admission.namespace(ref);
        }
        prepare(kind, ref.namespace(), object, now.get());
        object.remove("status");
        encodeSecret(object);
        Defaults.fill(kind, object);
        if (kind.equals(Kinds.POD)) {
            admission.limits(ref, object);
            Tree.child(object, "status").put("qosClass", QualityOfService.of(object));
        }
        Validation.check(kind, ref, null, object);
        admission.quotas(kind, ref, object);
        if (store.find(key(kind, object)) != null) {
            throw Rejection.exists(ref);
        }
        own(kind, Tree.object(), object, write.manager(), "", now.get());
        if (!write.dryRun()) {
            store.put(key(kind, object), object);
        } else {
            Tree.child(object, "metadata").remove("resourceVersion");
        }
        return object;
    }

    /** Changes an object in the name of a part of the control plane; its status alone changes through {@link #status}. */
    public ObjectNode change(ObjectKey key, String manager, Consumer<ObjectNode> change) {
        return change(key, manager, "", change);
    }

    /** Changes the status of an object. */
    public ObjectNode status(ObjectKey key, String manager, Consumer<ObjectNode> change) {
        return change(key, manager, "status", change);
    }

    private ObjectNode change(ObjectKey key, String manager, String subresource, Consumer<ObjectNode> change) {
        Kind kind = kinds.of(key.type());
        ObjectNode before = store.read(key).orElseThrow();
        ObjectNode after = before.deepCopy();
        change.accept(after);
        if (after.equals(before)) {
            return before;
        }
        if (subresource.isEmpty()) {
            countGeneration(kind, before, after);
        }
        own(kind, before, after, manager, subresource, now.get());
        return keep(key, after);
    }

    /**
     * Replaces an object by what somebody made of it.
     *
     * @param object its identity and its status are kept as they are, whatever it says
     */
    ObjectNode update(Write write, ObjectNode before, ObjectNode object) {
        Kind kind = write.kind();
        ObjectRef ref = write.ref();
        Conformity.check(kind, ref, object);
        checkIdentity(ref, before, object);
        restore(before, object, kind.status());
        encodeSecret(object);
        Defaults.fill(kind, object);
        Validation.check(kind, ref, before, object);
        if (withoutOwners(object).equals(withoutOwners(before))) {
            return before;
        }
        countGeneration(kind, before, object);
        own(kind, before, object, write.manager(), "", now.get());
        return write.dryRun() ? object : keep(key(kind, object), object);
    }

    /** Server-side apply to an object that is there; nothing of it changed if the result is equal to it. */
    ObjectNode applied(Write write, ObjectNode before, ObjectNode merged, Ownership ownership) {
        checkIdentity(write.ref(), before, merged);
        restore(before, merged, write.kind().status());
        encodeSecret(merged);
        Defaults.fill(write.kind(), merged);
        Validation.check(write.kind(), write.ref(), before, merged);
        ownership.writeTo(merged);
        if (sameOwners(before, merged) && withoutOwners(merged).equals(withoutOwners(before))) {
            return before;
        }
        countGeneration(write.kind(), before, merged);
        return write.dryRun() ? merged : keep(key(write.kind(), merged), merged);
    }

    /** Deletes an object; it as it is then, or empty if it is gone. */
    public Optional<ObjectNode> delete(Entry entry, DeleteRequest request) {
        ObjectNode object = entry.tree();
        Deletion.mark(entry, object, request, now.get());
        boolean stays = Deletion.held(object);
        if (request.mode() == WriteMode.PERSIST) {
            if (stays) {
                store.put(entry.key(), object);
            } else {
                store.remove(entry.key());
            }
        }
        return stays ? Optional.of(object) : Optional.empty();
    }

    /** One that is being deleted goes with the last of what held it. */
    private ObjectNode keep(ObjectKey key, ObjectNode object) {
        if (Tree.at(object, "metadata").has("deletionTimestamp") && !Deletion.held(object)) {
            store.remove(key);
        } else {
            store.put(key, object);
        }
        return object;
    }

    private void prepare(Kind kind, String namespace, ObjectNode object, Instant at) {
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

    private static void checkIdentity(ObjectRef ref, ObjectNode before, ObjectNode object) {
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
    private static void restore(ObjectNode before, ObjectNode object, boolean status) {
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

    private static void countGeneration(Kind kind, ObjectNode before, ObjectNode after) {
        if (kind.generations() && !before.path("spec").equals(after.path("spec"))) {
            Tree.child(after, "metadata").put("generation", Tree.number(before, 0, "metadata", "generation") + 1);
        }
    }

    private static void own(
            Kind kind, ObjectNode before, ObjectNode after, String manager, String subresource, Instant at) {
        Ownership ownership = Ownership.of(kind, before);
        ownership.updated(before, after, manager, subresource, at);
        ownership.writeTo(after);
    }

    private static boolean sameOwners(ObjectNode before, ObjectNode after) {
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

    private static ObjectNode withoutOwners(ObjectNode object) {
        ObjectNode rest = object.deepCopy();
        Tree.child(rest, "metadata").remove("managedFields");
        return rest;
    }

    /** What is written as text is kept in base64. */
    private static void encodeSecret(ObjectNode object) {
        if (Tree.text(object, "kind").equals("Secret") && object.get("stringData") instanceof ObjectNode texts) {
            ObjectNode data = Tree.child(object, "data");
            Tree.texts(texts)
                    .forEach((name, text) ->
                            data.put(name, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
            object.remove("stringData");
        }
    }

    private static ObjectKey key(Kind kind, ObjectNode object) {
        return kind.key(Tree.text(object, "metadata", "namespace"), Tree.text(object, "metadata", "name"));
    }
}
