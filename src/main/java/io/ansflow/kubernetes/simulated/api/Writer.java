package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.object.DeleteRequest;
import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.object.WriteMode;
import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.ObjectKey;
import io.ansflow.kubernetes.simulated.store.Store;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** Keeps objects, after all that an API server does before: defaults, validation, admission, and the record of who did it. */
public final class Writer {
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
        Metadata.begin(kind, namespace, object, ids, at);
        object.set("status", status);
        if (status.isEmpty()) {
            object.remove("status");
        }
        Defaults.fill(kind, object);
        Ownership.recordUpdate(kind, Tree.object(), object, manager, "", at);
        store.put(kind.key(object), object);
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
        Metadata.begin(kind, ref.namespace(), object, ids, now.get());
        object.remove("status");
        Secrets.encode(object);
        Defaults.fill(kind, object);
        if (kind.equals(Kinds.POD)) {
            admission.limits(ref, object);
            Tree.child(object, "status").put("qosClass", QualityOfService.of(object));
        }
        Validation.check(kind, ref, null, object);
        admission.quotas(kind, ref, object);
        if (store.find(kind.key(object)) != null) {
            throw Rejection.exists(ref);
        }
        Ownership.recordUpdate(kind, Tree.object(), object, write.manager(), "", now.get());
        if (!write.dryRun()) {
            store.put(kind.key(object), object);
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
            Metadata.countGeneration(kind, before, after);
        }
        Ownership.recordUpdate(kind, before, after, manager, subresource, now.get());
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
        Metadata.checkIdentity(ref, before, object);
        Metadata.restore(before, object, kind.status());
        Secrets.encode(object);
        Defaults.fill(kind, object);
        Validation.check(kind, ref, before, object);
        if (Ownership.withoutOwners(object).equals(Ownership.withoutOwners(before))) {
            return before;
        }
        Metadata.countGeneration(kind, before, object);
        Ownership.recordUpdate(kind, before, object, write.manager(), "", now.get());
        return write.dryRun() ? object : keep(kind.key(object), object);
    }

    /** Server-side apply to an object that is there; nothing of it changed if the result is equal to it. */
    ObjectNode applied(Write write, ObjectNode before, ObjectNode merged, Ownership ownership) {
        Metadata.checkIdentity(write.ref(), before, merged);
        Metadata.restore(before, merged, write.kind().status());
        Secrets.encode(merged);
        Defaults.fill(write.kind(), merged);
        Validation.check(write.kind(), write.ref(), before, merged);
        ownership.writeTo(merged);
        if (Ownership.sameOwners(before, merged)
                && Ownership.withoutOwners(merged).equals(Ownership.withoutOwners(before))) {
            return before;
        }
        Metadata.countGeneration(write.kind(), before, merged);
        return write.dryRun() ? merged : keep(write.kind().key(merged), merged);
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
}
