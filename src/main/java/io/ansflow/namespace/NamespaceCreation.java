package io.ansflow.namespace;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.object.AccessAnswer;
import io.ansflow.kubernetes.object.AccessQuestion;
import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.ManagedFields;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.object.ResourceType;
import io.ansflow.kubernetes.object.WriteMode;
import io.ansflow.operation.ClusterObjects;
import io.ansflow.operation.ClusterObjects.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Creates a namespace in one cluster, then its quota and limits. All of it is applied, so that labels are ours from the
 * beginning and a later edit can remove them, and so that what was left out can be made up for.
 */
@Component
class NamespaceCreation {
    /**
     * Who a server says decided about an object that nobody had decided about before it was applied: one that we created
     * with nothing but its name, for others leave their names.
     */
    private static final String BEFORE_FIRST_APPLY = "before-first-apply";

    private final ClusterObjects objects;

    NamespaceCreation(ClusterObjects objects) {
        this.objects = objects;
    }

    /** A quota or limits that a draft wants. */
    private record Part(String action, ObjectRef ref, ObjectNode object) {}

    Creation create(ClusterId cluster, NamespaceDraft draft) {
        return create(cluster, draft, false);
    }

    /** Goes on where a creation was left. */
    Creation resume(Creation before, NamespaceDraft draft) {
        return switch (before) {
            case Creation.Created created -> created;
            case Creation.Refused(ClusterId cluster, ClusterFailure failure) ->
                create(cluster, draft, failure.mayHaveHappened());
            case Creation.Incomplete(ClusterId cluster, String uid, ClusterFailure _) -> complete(cluster, uid, draft);
        };
    }

    /** Why the cluster would refuse. Parts of a namespace that does not exist are judged by the rights to create them. */
    Optional<ClusterFailure> rehearse(ClusterId cluster, NamespaceDraft draft) {
        Answer<Boolean> answer = objects.read(
                cluster,
                api -> NamespaceReader.absent(api, draft.name())
                        .then(absent -> api.apply(
                                NamespaceReader.ref(draft.name()), namespace(draft), false, WriteMode.DRY_RUN))
                        .then(namespace -> mayApply(api, draft)));
        return answer instanceof Answer.Failed<Boolean>(ClusterFailure failure)
                ? Optional.of(failure)
                : Optional.empty();
    }

    /** @param mayBeThere whether an earlier try may have created it, or a part of it */
    Creation create(ClusterId cluster, NamespaceDraft draft, boolean mayBeThere) {
        var change =
                new Change("namespace.create", NamespaceObject.target(cluster, NamespaceReader.ref(draft.name())), "");
        Answer<KubeObject> made = objects.change(change, api -> create(api, draft, mayBeThere));
        return switch (made) {
            case Answer.Got<KubeObject>(KubeObject namespace) -> complete(cluster, namespace.uid(), draft);
            case Answer.Failed<KubeObject>(ClusterFailure failure) -> new Creation.Refused(cluster, failure);
        };
    }

    /** Applying would change a namespace that exists; so there must be none, or none that anybody but us made. */
    private static Answer<KubeObject> create(ObjectApi api, NamespaceDraft draft, boolean mayBeThere) {
        Answer<Boolean> free = mayBeThere ? absentOrOurs(api, draft.name()) : NamespaceReader.absent(api, draft.name());
        return free.then(
                        yes -> api.apply(NamespaceReader.ref(draft.name()), namespace(draft), false, WriteMode.PERSIST))
                .then(namespace ->
                        madeByOthers(namespace) ? NamespaceReader.alreadyThere(draft.name()) : Answer.of(namespace));
    }

    private static Answer<Boolean> absentOrOurs(ObjectApi api, NamespaceName name) {
        return api.get(NamespaceReader.ref(name)) instanceof Answer.Got<KubeObject>(KubeObject namespace)
                        && !madeByOthers(namespace)
                ? Answer.of(true)
                : NamespaceReader.absent(api, name);
    }

    private static boolean madeByOthers(KubeObject namespace) {
        return new ManagedFields(namespace)
                .others().stream()
                        .anyMatch(manager ->
                                !manager.equals(ObjectApi.FIELD_MANAGER) && !manager.equals(BEFORE_FIRST_APPLY));
    }

    /** Creates the quota and limits that its namespace has not got yet. */
    Creation complete(ClusterId cluster, String uid, NamespaceDraft draft) {
        for (Part part : parts(draft)) {
            var change = new Change(
                    part.action(), NamespaceObject.target(cluster, part.ref()), QuotaObjects.summary(part.object()));
            Answer<KubeObject> applied = objects.change(
                    change,
                    api -> NamespaceReader.get(api, draft.name(), uid)
                            .then(same -> api.apply(part.ref(), part.object(), false, WriteMode.PERSIST)));
            if (applied instanceof Answer.Failed<KubeObject>(ClusterFailure failure)) {
                return new Creation.Incomplete(cluster, uid, failure);
            }
        }
        return new Creation.Created(cluster, uid);
    }

    private static Answer<Boolean> mayApply(ObjectApi api, NamespaceDraft draft) {
        for (Part part : parts(draft)) {
            for (String verb : List.of("create", "patch")) {
                ResourceType type = part.ref().type();
                var question = new AccessQuestion(
                        verb, type.group(), type.plural(), "", draft.name().value(), "");
                Answer<Boolean> may = api.may(question).then(answer -> allowed(answer, verb, type));
                if (may instanceof Answer.Failed<Boolean>) {
                    return may;
                }
            }
        }
        return Answer.of(true);
    }

    private static Answer<Boolean> allowed(AccessAnswer answer, String verb, ResourceType type) {
        return answer.allowed()
                ? Answer.of(true)
                : Answer.failed(ClusterFailure.of(FailureCode.FORBIDDEN, verb, type.qualifiedName()));
    }

    private static List<Part> parts(NamespaceDraft draft) {
        List<Part> parts = new ArrayList<>();
        if (!draft.quota().unlimited()) {
            parts.add(new Part(
                    "namespace.quota", QuotaObjects.quotaRef(draft.name()), QuotaObjects.quota(draft.quota())));
        }
        if (!draft.limits().unlimited()) {
            parts.add(new Part(
                    "namespace.limits", QuotaObjects.limitsRef(draft.name()), QuotaObjects.limits(draft.limits())));
        }
        return parts;
    }

    private static ObjectNode namespace(NamespaceDraft draft) {
        return NamespaceObject.of(draft.name().value(), draft.labels(), draft.annotations());
    }
}
