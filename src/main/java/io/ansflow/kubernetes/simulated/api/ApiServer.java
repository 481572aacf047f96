package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.object.AccessAnswer;
import io.ansflow.kubernetes.object.AccessQuestion;
import io.ansflow.kubernetes.object.DeleteRequest;
import io.ansflow.kubernetes.object.ListRequest;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.object.PatchType;
import io.ansflow.kubernetes.object.ResourceType;
import io.ansflow.kubernetes.object.WriteMode;
import io.ansflow.kubernetes.simulated.api.Ownership.Conflict;
import io.ansflow.kubernetes.simulated.api.Writer.Write;
import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.Store;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers requests about the objects of a simulated cluster, as an API server does. Throws a {@link Rejection} otherwise. */
public final class ApiServer {
    private final Store store;
    private final Kinds kinds;
    private final Writer writer;
    private final Authorizer authorizer;
    private final Supplier<Instant> now;

    public ApiServer(Store store, Kinds kinds, Writer writer, Supplier<Instant> now) {
        this.store = store;
        this.kinds = kinds;
        this.writer = writer;
        this.authorizer = new Authorizer(store);
        this.now = now;
    }

    public AccessAnswer may(Caller caller, AccessQuestion question) {
        return authorizer.may(caller, question);
    }

    /**
     * Lets pass who may do it.
     *
     * @throws Rejection if the caller may not
     */
    public void authorize(
            Caller caller, String verb, ResourceType type, String subresource, String namespace, String name) {
        var question = new AccessQuestion(verb, type.group(), type.plural(), subresource, namespace, name);
        if (!authorizer.may(caller, question).allowed()) {
            String plural = subresource.isEmpty() ? type.plural() : type.plural() + "/" + subresource;
            throw Rejection.forbidden(verb, type.group().isEmpty() ? plural : plural + "." + type.group());
        }
    }

    public ObjectNode get(Caller caller, ObjectRef ref) {
        authorize(caller, "get", ref.type(), "", ref.namespace(), ref.name());
        return find(ref).tree();
    }

    /** Those of a type that are picked, in order. */
    public List<ObjectNode> list(Caller caller, ListRequest request) {
        authorize(caller, "list", request.type(), "", request.namespace(), "");
        Kind kind = kind(request.type());
        Collection<Entry> entries =
                request.namespace().isEmpty() ? store.all(kind.name()) : store.all(kind.name(), request.namespace());
        try {
            Selector labels = Selector.parse(request.labelSelector());
            FieldSelector fields = FieldSelector.parse(request.fieldSelector(), kind);
            return entries.stream()
                    .map(Entry::tree)
                    .filter(object -> labels.picks(object) && fields.picks(object))
                    .limit(request.limit() + 1L)
                    .toList();
        } catch (IllegalArgumentException e) {
            String object = (request.namespace().isEmpty() ? "" : request.namespace() + "/")
                    + request.type().plural();
            throw new Rejection(ClusterFailure.of(FailureCode.INVALID, object, String.valueOf(e.getMessage())));
        }
    }

    public ObjectNode create(Caller caller, ObjectRef ref, ObjectNode object, WriteMode mode) {
        authorize(caller, "create", ref.type(), "", ref.namespace(), "");
        return writer.create(write(ref, mode), object.deepCopy());
    }

    public ObjectNode replace(Caller caller, ObjectRef ref, ObjectNode object, WriteMode mode) {
        authorize(caller, "update", ref.type(), "", ref.namespace(), ref.name());
        return writer.update(write(ref, mode), find(ref).tree(), object.deepCopy());
    }

    public ObjectNode patch(Caller caller, ObjectRef ref, PatchType type, ObjectNode patch, WriteMode mode) {
        authorize(caller, "patch", ref.type(), "", ref.namespace(), ref.name());
        ObjectNode before = find(ref).tree();
        JsonNode after = switch (type) {
            case MERGE -> Merging.merge(before, patch);
            case STRATEGIC -> Merging.strategic(kind(ref.type()).shape(), before, patch);
        };
        return writer.update(write(ref, mode), before, (ObjectNode) after);
    }

    public ObjectNode apply(Caller caller, ObjectRef ref, ObjectNode object, boolean takeOver, WriteMode mode) {
        authorize(caller, "patch", ref.type(), "", ref.namespace(), ref.name());
        Write write = write(ref, mode);
        Kind kind = write.kind();
        Conformity.check(kind, ref, object);
        Entry found = store.find(kind.key(ref.namespace(), ref.name()));
        ObjectNode applied = object.deepCopy();
        applied.remove(kind.status() ? List.of("status") : List.of());
        List<Conflict> conflicts = new ArrayList<>();
        if (found == null) {
            return createByApply(caller, write, applied);
        }
        ObjectNode before = found.tree();
        Ownership ownership = Ownership.of(kind, before);
        ObjectNode merged = ownership.applied(before, applied, ObjectApi.FIELD_MANAGER, takeOver, conflicts, now.get());
        if (!takeOver && !conflicts.isEmpty()) {
            throw Rejection.ownedByOthers(ref, conflicts);
        }
        return writer.applied(write, before, merged, ownership);
    }

    private ObjectNode createByApply(Caller caller, Write write, ObjectNode applied) {
        ObjectRef ref = write.ref();
        if (!Tree.text(applied, "metadata", "uid").isEmpty()) {
            throw Rejection.notFound(ref.toString());
        }
        authorize(caller, "create", ref.type(), "", ref.namespace(), "");
        Tree.child(applied, "metadata").put("name", ref.name());
        ObjectNode configuration = applied.deepCopy();
        ObjectNode created = writer.create(new Write(write.kind(), ref, ObjectApi.FIELD_MANAGER, true), applied);
        Tree.child(created, "metadata").remove("managedFields");
        Ownership ownership = Ownership.of(write.kind(), created);
        ownership.applied(created, configuration, ObjectApi.FIELD_MANAGER, true, new ArrayList<>(), now.get());
        ownership.writeTo(created);
        if (!write.dryRun()) {
            store.put(write.kind().key(ref.namespace(), ref.name()), created);
        }
        return created;
    }

    /** Deletes; it as it is then, or empty if it is gone. */
    public Optional<ObjectNode> delete(Caller caller, ObjectRef ref, DeleteRequest request) {
        authorize(caller, "delete", ref.type(), "", ref.namespace(), ref.name());
        Entry entry = find(ref);
        Admission.deletion(ref);
        String uid = request.uid();
        if (uid != null && !uid.equals(entry.uid())) {
            throw Rejection.replaced(ref);
        }
        String version = request.resourceVersion();
        if (version != null && !version.equals(String.valueOf(entry.version()))) {
            throw Rejection.conflict(
                    ref,
                    "Operation cannot be fulfilled on " + ref.type().qualifiedName() + " \"" + ref.name()
                            + "\": the ResourceVersion in the precondition (" + version + ") does not match the"
                            + " ResourceVersion in record (" + entry.version()
                            + "). The object might have been modified");
        }
        return writer.delete(entry, request);
    }

    /** The subresource {@code scale}. */
    public ObjectNode scale(Caller caller, ObjectRef ref) {
        authorize(caller, "get", ref.type(), "scale", ref.namespace(), ref.name());
        return Scale.of(scaled(ref));
    }

    public ObjectNode replaceScale(Caller caller, ObjectRef ref, ObjectNode scale, WriteMode mode) {
        authorize(caller, "update", ref.type(), "scale", ref.namespace(), ref.name());
        ObjectNode before = scaled(ref);
        return Scale.of(writer.update(write(ref, mode), before, Scale.applied(before, scale)));
    }

    private ObjectNode scaled(ObjectRef ref) {
        ObjectNode object = find(ref).tree();
        if (!kind(ref.type()).scaled()) {
            throw Rejection.notServed(ref.type().qualifiedName());
        }
        return object;
    }

    /** The pod whose log is wanted. */
    public ObjectNode logged(Caller caller, ObjectRef pod) {
        authorize(caller, "get", pod.type(), "log", pod.namespace(), pod.name());
        return find(pod).tree();
    }

    private Entry find(ObjectRef ref) {
        Entry found = store.find(kind(ref.type()).key(ref.namespace(), ref.name()));
        if (found == null) {
            throw Rejection.notFound(ref.toString());
        }
        return found;
    }

    private Kind kind(ResourceType type) {
        return kinds.find(type).orElseThrow(() -> Rejection.notServed(type.qualifiedName()));
    }

    private Write write(ObjectRef ref, WriteMode mode) {
        return new Write(kind(ref.type()), ref, ObjectApi.FIELD_MANAGER, mode == WriteMode.DRY_RUN);
    }
}
