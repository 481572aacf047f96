package io.ansflow.kubernetes.simulated;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.object.AccessAnswer;
import io.ansflow.kubernetes.object.AccessQuestion;
import io.ansflow.kubernetes.object.DeleteRequest;
import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.ListRequest;
import io.ansflow.kubernetes.object.LogEnd;
import io.ansflow.kubernetes.object.LogRequest;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.kubernetes.object.ObjectList;
import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.object.PatchType;
import io.ansflow.kubernetes.object.ResourceType;
import io.ansflow.kubernetes.object.SecretValues;
import io.ansflow.kubernetes.object.WriteMode;
import io.ansflow.kubernetes.simulated.SimulatedCluster.Inside;
import io.ansflow.kubernetes.simulated.api.Caller;
import io.ansflow.kubernetes.simulated.api.Metrics;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** The objects of a simulated cluster. */
final class SimulatedObjectApi implements ObjectApi {
    private final Connection connection;
    private volatile boolean closed;

    SimulatedObjectApi(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Answer<List<String>> versions(String group) {
        return connection.ask(group, (inside, caller) -> inside.kinds().versions(group));
    }

    @Override
    public Answer<List<ResourceType>> types(String group, String version) {
        return connection.ask(group, (inside, caller) -> inside.kinds().types(group, version));
    }

    @Override
    public Answer<KubeObject> get(ObjectRef ref) {
        return asked("get", ref, (inside, caller) -> masked(inside.api().get(caller, ref)));
    }

    @Override
    public Answer<KubeObject> reveal(ObjectRef ref) {
        return asked("get", ref, (inside, caller) -> new KubeObject(inside.api().get(caller, ref)));
    }

    @Override
    public Answer<ObjectList> list(ListRequest request) {
        return connection.ask(request.type().plural(), (inside, caller) -> {
            connection.refuse("list", request.type().qualifiedName());
            boolean metrics = request.type().group().equals(Metrics.PODS.group());
            List<ObjectNode> found = metrics
                    ? new Measurements(inside, caller).list(request)
                    : inside.api().list(caller, request);
            return new ObjectList(
                    found.stream()
                            .limit(request.limit())
                            .map(SimulatedObjectApi::item)
                            .toList(),
                    found.size() <= request.limit());
        });
    }

    @Override
    public Answer<KubeObject> create(ObjectRef ref, ObjectNode object, WriteMode mode) {
        return asked("create", ref, (inside, caller) -> masked(inside.api().create(caller, ref, object, mode)));
    }

    @Override
    public Answer<KubeObject> apply(ObjectRef ref, ObjectNode object, boolean takeOver, WriteMode mode) {
        return asked("patch", ref, (inside, caller) -> masked(inside.api().apply(caller, ref, object, takeOver, mode)));
    }

    @Override
    public Answer<KubeObject> replace(ObjectRef ref, ObjectNode object, WriteMode mode) {
        return asked("update", ref, (inside, caller) -> masked(inside.api().replace(caller, ref, object, mode)));
    }

    @Override
    public Answer<KubeObject> patch(ObjectRef ref, PatchType type, ObjectNode patch, WriteMode mode) {
        return asked("patch", ref, (inside, caller) -> masked(inside.api().patch(caller, ref, type, patch, mode)));
    }

    @Override
    public Answer<Optional<KubeObject>> delete(ObjectRef ref, DeleteRequest request) {
        return asked(
                "delete",
                ref,
                (inside, caller) -> inside.api().delete(caller, ref, request).map(SimulatedObjectApi::masked));
    }

    @Override
    public Answer<KubeObject> scale(ObjectRef ref) {
        return asked("get", ref, (inside, caller) -> new KubeObject(inside.api().scale(caller, ref)));
    }

    @Override
    public Answer<KubeObject> replaceScale(ObjectRef ref, ObjectNode scale, WriteMode mode) {
        return asked(
                "update", ref, (inside, caller) -> new KubeObject(inside.api().replaceScale(caller, ref, scale, mode)));
    }

    @Override
    public Answer<AccessAnswer> may(AccessQuestion question) {
        return connection.ask(
                "selfsubjectaccessreviews", (inside, caller) -> inside.api().may(caller, question));
    }

    @Override
    public Answer<LogEnd> logs(LogRequest request, Consumer<String> lines) {
        return new LogStream(connection, request, () -> closed).read(lines);
    }

    @Override
    public void close() {
        closed = true;
    }

    private <T> Answer<T> asked(String verb, ObjectRef ref, BiFunction<Inside, Caller, T> question) {
        return connection.ask(ref.toString(), (inside, caller) -> {
            connection.refuse(verb, ref.type().qualifiedName());
            return question.apply(inside, caller);
        });
    }

    private static KubeObject masked(ObjectNode tree) {
        SecretValues.mask(tree);
        return new KubeObject(tree);
    }

    private static KubeObject item(ObjectNode tree) {
        Tree.child(tree, "metadata").remove("managedFields");
        return masked(tree);
    }
}
