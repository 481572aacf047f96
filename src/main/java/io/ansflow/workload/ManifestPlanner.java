package io.ansflow.workload;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.object.Discovery;
import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.object.ResourceType;
import io.ansflow.kubernetes.object.WriteMode;
import io.ansflow.operation.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Lets a cluster judge documents, one after the other, over one connection. */
final class ManifestPlanner {
    private final ObjectApi api;
    private final ClusterId cluster;
    private final String defaultNamespace;
    private final boolean takeOver;

    ManifestPlanner(ObjectApi api, ClusterId cluster, String defaultNamespace, boolean takeOver) {
        this.api = api;
        this.cluster = cluster;
        this.defaultNamespace = defaultNamespace;
        this.takeOver = takeOver;
    }

    /** One for each, in order. */
    List<ManifestPlan> plan(List<ManifestDocument> documents) {
        List<ManifestPlan> plans = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            plans.add(plan(documents.get(i), documents.subList(0, i)));
        }
        return plans;
    }

    /** Where a document belongs. */
    static Answer<ObjectRef> ref(ObjectApi api, ManifestDocument document, String defaultNamespace) {
        return new Discovery(api)
                .of(document.apiVersion(), document.kind())
                .then(type -> Answer.of(document.ref(type, defaultNamespace)));
    }

    /** What a document is about as long as its type is not known. */
    static Target target(ClusterId cluster, ManifestDocument document) {
        String kind = document.kind().toLowerCase(Locale.ROOT);
        return new Target(cluster, kind, document.namespace(), document.name(), null);
    }

    static Target target(ClusterId cluster, ObjectRef ref, @Nullable String uid) {
        return new Target(cluster, Discovery.kind(ref.type()), ref.namespace(), ref.name(), uid);
    }

    private ManifestPlan plan(ManifestDocument document, List<ManifestDocument> earlier) {
        return switch (ref(api, document, defaultNamespace)) {
            case Answer.Got<ObjectRef>(ObjectRef ref) -> plan(document, ref, earlier);
            case Answer.Failed<ObjectRef>(ClusterFailure failure) -> {
                Target target = target(cluster, document);
                yield earlier.stream().anyMatch(before -> before.definesTypeOf(document))
                        ? new ManifestPlan.Later(document.line(), target)
                        : new ManifestPlan.Refused(document.line(), target, failure);
            }
        };
    }

    private ManifestPlan plan(ManifestDocument document, ObjectRef ref, List<ManifestDocument> earlier) {
        Target target = target(cluster, ref, null);
        if (earlier.stream().anyMatch(before -> before.makesNamespace(ref.namespace())) && missing(ref)) {
            return new ManifestPlan.Later(document.line(), target);
        }
        // Values are compared, and shown to nobody.
        boolean secret = ref.type().equals(ResourceType.SECRET);
        return switch (secret ? api.reveal(ref) : api.get(ref)) {
            case Answer.Got<KubeObject>(KubeObject now) -> change(document, ref, now);
            case Answer.Failed<KubeObject>(ClusterFailure failure) ->
                failure.code() == FailureCode.NOT_FOUND
                        ? creation(document, ref)
                        : new ManifestPlan.Refused(document.line(), target, failure);
        };
    }

    private boolean missing(ObjectRef ref) {
        return api.get(ResourceType.NAMESPACE.named(ref.namespace()))
                        instanceof Answer.Failed<KubeObject>(ClusterFailure failure)
                && failure.code() == FailureCode.NOT_FOUND;
    }

    private ManifestPlan creation(ManifestDocument document, ObjectRef ref) {
        Target target = target(cluster, ref, null);
        return switch (rehearse(document, ref)) {
            case Answer.Got<KubeObject>(KubeObject then) ->
                new ManifestPlan.Creates(
                        document.line(), target, LineDiff.unified("", ManifestWriter.comparable(then.copy())));
            case Answer.Failed<KubeObject>(ClusterFailure failure) ->
                new ManifestPlan.Refused(document.line(), target, failure);
        };
    }

    private ManifestPlan change(ManifestDocument document, ObjectRef ref, KubeObject now) {
        Target target = target(cluster, ref, now.uid());
        return switch (rehearse(document, ref)) {
            case Answer.Got<KubeObject>(KubeObject then) -> {
                boolean secret = ref.type().equals(ResourceType.SECRET);
                ObjectNode before = secret ? SecretChanges.before(now) : now.copy();
                ObjectNode after = secret ? SecretChanges.after(now, document.object(), then) : then.copy();
                String diff = LineDiff.unified(ManifestWriter.comparable(before), ManifestWriter.comparable(after));
                yield diff.isEmpty()
                        ? new ManifestPlan.Same(document.line(), target)
                        : new ManifestPlan.Changes(document.line(), target, diff);
            }
            case Answer.Failed<KubeObject>(ClusterFailure failure) ->
                new ManifestPlan.Refused(document.line(), target, failure);
        };
    }

    private Answer<KubeObject> rehearse(ManifestDocument document, ObjectRef ref) {
        return api.apply(ref, document.object(), takeOver, WriteMode.DRY_RUN);
    }
}
