package io.ansflow.namespace;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.operation.ClusterObjects;
import io.ansflow.operation.OperationId;
import io.ansflow.operation.Parallel;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** The face of the feature: what can be said without a cluster is said before one is asked. */
@Service
class NamespaceService implements Namespaces {
    private static final int CLUSTERS_AT_A_TIME = 8;

    private final ClusterObjects objects;
    private final NamespaceCreation creation;
    private final CreationOperation operation;
    private final NamespaceEditing editing;
    private final NamespaceRemoval removal;

    NamespaceService(
            ClusterObjects objects,
            NamespaceCreation creation,
            CreationOperation operation,
            NamespaceEditing editing,
            NamespaceRemoval removal) {
        this.objects = objects;
        this.creation = creation;
        this.operation = operation;
        this.editing = editing;
        this.removal = removal;
    }

    @Override
    public Answer<NamespaceDetail> find(ClusterId cluster, NamespaceName name) {
        return objects.read(cluster, api -> NamespaceReader.detail(api, name));
    }

    @Override
    public Optional<ClusterFailure> rehearse(ClusterId cluster, NamespaceDraft draft) {
        check(draft);
        return creation.rehearse(cluster, draft);
    }

    @Override
    public List<Creation> create(Collection<ClusterId> clusters, NamespaceDraft draft, Consumer<Creation> sink) {
        check(draft);
        return Parallel.map(
                List.copyOf(clusters), CLUSTERS_AT_A_TIME, cluster -> creation.create(cluster, draft), sink);
    }

    @Override
    public OperationId start(Collection<ClusterId> clusters, NamespaceDraft draft) {
        check(draft);
        return operation.start(clusters, draft);
    }

    @Override
    public List<Creation> resume(Collection<Creation> before, NamespaceDraft draft, Consumer<Creation> sink) {
        check(draft);
        return Parallel.map(List.copyOf(before), CLUSTERS_AT_A_TIME, one -> creation.resume(one, draft), sink);
    }

    @Override
    public Answer<NamespaceDetail> edit(ClusterId cluster, NamespaceEdit edit) {
        Labels.check(edit.labels(), edit.annotations());
        edit.quota().ifPresent(LimitRules::check);
        return editing.edit(cluster, edit);
    }

    @Override
    public Answer<NamespaceEnd> delete(NamespaceDeletion deletion) {
        return removal.delete(deletion);
    }

    @Override
    public Answer<NamespaceEnd> follow(
            ClusterId cluster, NamespaceName name, String uid, Duration atMost, Consumer<NamespaceEnd> sink) {
        return removal.follow(cluster, name, uid, atMost, sink);
    }

    private static void check(NamespaceDraft draft) {
        Labels.check(draft.labels(), draft.annotations());
        LimitRules.check(draft.quota());
        LimitRules.check(draft.limits());
    }
}
