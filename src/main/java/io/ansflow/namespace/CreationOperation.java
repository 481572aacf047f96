package io.ansflow.namespace;

import io.ansflow.base.ClusterId;
import io.ansflow.base.Text;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.operation.LongWork;
import io.ansflow.operation.OperationId;
import io.ansflow.operation.OperationKind;
import java.util.Collection;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The creation of a namespace in several clusters as a job. Once the namespace is there, its uid is remembered: by it a
 * later try knows it again.
 */
@Component
class CreationOperation implements OperationKind {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final LongWork work;
    private final NamespaceCreation creation;

    CreationOperation(LongWork work, NamespaceCreation creation) {
        this.work = work;
        this.creation = creation;
    }

    OperationId start(Collection<ClusterId> clusters, NamespaceDraft draft) {
        Text title = Text.of("namespace.create.title", draft.name().value(), clusters.size());
        return work.start(
                this,
                title,
                JSON.writeValueAsString(draft),
                clusters.stream()
                        .distinct()
                        .map(cluster -> new Step(
                                NamespaceObject.target(cluster, NamespaceReader.ref(draft.name())),
                                Text.of("namespace.create.what"),
                                ""))
                        .toList());
    }

    @Override
    public String id() {
        return "namespace.create";
    }

    @Override
    public Outcome perform(String request, Attempt attempt) {
        NamespaceDraft draft = JSON.readValue(request, NamespaceDraft.class);
        ClusterId cluster = attempt.step().target().cluster();
        Creation creationNow = attempt.memo().isEmpty()
                ? creation.create(cluster, draft, attempt.mayHaveHappened())
                : creation.complete(cluster, attempt.memo(), draft);
        return switch (creationNow) {
            case Creation.Created(ClusterId _, String uid) -> new Outcome.Done(uid);
            case Creation.Refused(ClusterId _, ClusterFailure failure) -> Outcome.failed(failure);
            case Creation.Incomplete(ClusterId _, String uid, ClusterFailure failure) ->
                new Outcome.Failed(failure, uid);
        };
    }
}
