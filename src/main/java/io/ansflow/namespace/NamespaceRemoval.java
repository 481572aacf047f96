package io.ansflow.namespace;

import io.ansflow.base.ClusterId;
import io.ansflow.base.Text;
import io.ansflow.cluster.Clusters;
import io.ansflow.cluster.Environment;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.object.DeleteRequest;
import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.operation.ClusterObjects;
import io.ansflow.operation.ClusterObjects.Change;
import io.ansflow.operation.InvalidInput;
import io.ansflow.operation.Target;
import io.ansflow.operation.Watching;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Deletes namespaces, and looks on while they go. */
@Component
class NamespaceRemoval {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ClusterObjects objects;
    private final Clusters clusters;

    NamespaceRemoval(ClusterObjects objects, Clusters clusters) {
        this.objects = objects;
        this.clusters = clusters;
    }

    Answer<NamespaceEnd> delete(NamespaceDeletion deletion) {
        refuseWhatIsNotMeant(deletion);
        ObjectRef ref = NamespaceReader.ref(deletion.name());
        Target target = NamespaceObject.target(deletion.cluster(), ref);
        Answer<Optional<KubeObject>> deleted = objects.delete(
                new Change("namespace.delete", target, "uid " + deletion.uid()),
                api -> api.delete(ref, DeleteRequest.of(deletion.uid())));
        return deleted.then(left ->
                Answer.of(left.map(namespace -> end(namespace, deletion.uid())).orElse(new NamespaceEnd.Gone())));
    }

    Answer<NamespaceEnd> follow(
            ClusterId cluster, NamespaceName name, String uid, Duration atMost, Consumer<NamespaceEnd> sink) {
        Answer<NamespaceEnd> end = objects.read(
                cluster,
                api -> new Watching(PAUSE, atMost)
                        .until(() -> look(api, name, uid), NamespaceEnd.Gone.class::isInstance, sink));
        if (end instanceof Answer.Got<NamespaceEnd>(NamespaceEnd.Gone _)) {
            objects.gone(NamespaceObject.target(cluster, NamespaceReader.ref(name)));
        }
        return end;
    }

    private void refuseWhatIsNotMeant(NamespaceDeletion deletion) {
        if (deletion.name().system()) {
            throw new InvalidInput(
                    "name", Text.of("namespace.delete.system", deletion.name().value()));
        }
        if (!deletion.typedName().equals(deletion.name().value())) {
            throw new InvalidInput("typedName", Text.of("namespace.delete.typedName"));
        }
        boolean production = clusters.find(deletion.cluster())
                .map(cluster -> cluster.environment() == Environment.PRODUCTION)
                .orElse(true);
        if (production && !deletion.productionConfirmed()) {
            throw new InvalidInput("productionConfirmed", Text.of("namespace.delete.production"));
        }
    }

    private static Answer<NamespaceEnd> look(ObjectApi api, NamespaceName name, String uid) {
        return switch (api.get(NamespaceReader.ref(name))) {
            case Answer.Got<KubeObject>(KubeObject namespace) -> Answer.of(end(namespace, uid));
            case Answer.Failed<KubeObject>(ClusterFailure failure) ->
                failure.code() == FailureCode.NOT_FOUND ? Answer.of(new NamespaceEnd.Gone()) : Answer.failed(failure);
        };
    }

    private static NamespaceEnd end(KubeObject namespace, String uid) {
        if (!namespace.uid().equals(uid)) {
            return new NamespaceEnd.Gone();
        }
        return namespace.deleting() ? new NamespaceEnd.Terminating(holders(namespace)) : new NamespaceEnd.Alive();
    }

    /** What the namespace controller says of it; it looks at all types again and again until nothing is left. */
    static List<Text> holders(KubeObject namespace) {
        return StreamSupport.stream(namespace.at("status", "conditions").spliterator(), false)
                .filter(condition -> condition.path("status").asString("").equals("True"))
                .map(NamespaceRemoval::holder)
                .toList();
    }

    private static Text holder(JsonNode condition) {
        String message = condition.path("message").asString("");
        String type = condition.path("type").asString("");
        return switch (type) {
            case "NamespaceContentRemaining" -> Text.of("namespace.holder.content", message);
            case "NamespaceFinalizersRemaining" -> Text.of("namespace.holder.finalizers", message);
            case "NamespaceDeletionContentFailure" -> Text.of("namespace.holder.failure", message);
            case "NamespaceDeletionDiscoveryFailure", "NamespaceDeletionGroupVersionParsingFailure" ->
                Text.of("namespace.holder.discovery", message);
            default -> Text.of("namespace.holder.other", type, message);
        };
    }
}
