package io.ansflow.namespace;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.object.DeleteRequest;
import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.object.PatchType;
import io.ansflow.kubernetes.object.WriteMode;
import io.ansflow.operation.ClusterObjects;
import io.ansflow.operation.ClusterObjects.Change;
import io.ansflow.operation.Target;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes labels, annotations and the quota of a namespace. What we decide about is applied; what others decided about and
 * shall go, which applying cannot do, is removed by a patch, if the person takes it over.
 */
@Component
class NamespaceEditing {
    private final ClusterObjects objects;

    NamespaceEditing(ClusterObjects objects) {
        this.objects = objects;
    }

    Answer<NamespaceDetail> edit(ClusterId cluster, NamespaceEdit edit) {
        NamespaceName name = new NamespaceName(edit.seen().name());
        return editMetadata(cluster, name, edit)
                .then(done -> edit.quota()
                        .map(quota -> editQuota(cluster, name, edit, quota))
                        .orElse(Answer.of(true)))
                .then(done -> objects.read(cluster, api -> NamespaceReader.detail(api, name)));
    }

    private Answer<Boolean> editMetadata(ClusterId cluster, NamespaceName name, NamespaceEdit edit) {
        MetadataEdit metadata = new MetadataEdit(edit);
        if (metadata.empty()) {
            return Answer.of(true);
        }
        Target target = NamespaceObject.target(cluster, NamespaceReader.ref(name));
        return objects.change(
                        new Change("namespace.edit", target, metadata.summary()),
                        api -> NamespaceReader.get(api, name, edit.seen().uid())
                                .then(now -> write(api, now, metadata, edit.takeOver())))
                .then(namespace -> Answer.of(true));
    }

    private static Answer<KubeObject> write(ObjectApi api, KubeObject now, MetadataEdit metadata, boolean takeOver) {
        ObjectRef ref = NamespaceReader.ref(new NamespaceName(now.name()));
        Optional<ObjectNode> removal = metadata.removalOfOthers(now);
        if (removal.isPresent() && !takeOver) {
            return Answer.failed(ClusterFailure.because(
                    FailureCode.CONFLICT,
                    "owner",
                    ref.toString(),
                    metadata.othersToRemove(now),
                    metadata.fieldsToRemove(now)));
        }
        return removal.map(patch -> api.patch(ref, PatchType.MERGE, patch, WriteMode.PERSIST))
                .orElse(Answer.of(now))
                .then(patched -> api.apply(ref, metadata.wanted(patched), takeOver, WriteMode.PERSIST));
    }

    private Answer<Boolean> editQuota(ClusterId cluster, NamespaceName name, NamespaceEdit edit, Quota quota) {
        ObjectRef ref = QuotaObjects.quotaRef(name);
        Target target = NamespaceObject.target(cluster, ref);
        if (quota.unlimited()) {
            return removeQuota(ref, target);
        }
        ObjectNode object = QuotaObjects.quota(quota);
        return objects.change(
                        new Change("namespace.quota", target, QuotaObjects.summary(object)),
                        api -> NamespaceReader.get(api, name, edit.seen().uid())
                                .then(same -> api.apply(ref, object, edit.takeOver(), WriteMode.PERSIST)))
                .then(applied -> Answer.of(true));
    }

    private Answer<Boolean> removeQuota(ObjectRef ref, Target target) {
        return switch (objects.read(target.cluster(), api -> api.get(ref))) {
            case Answer.Got<KubeObject>(KubeObject quota) ->
                objects.delete(
                                new Change("namespace.quota", target, "–"),
                                api -> api.delete(ref, DeleteRequest.of(quota.uid())))
                        .then(left -> Answer.of(true));
            case Answer.Failed<KubeObject>(ClusterFailure failure) ->
                failure.code() == FailureCode.NOT_FOUND ? Answer.of(true) : Answer.failed(failure);
        };
    }
}
