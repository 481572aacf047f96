package io.ansflow.namespace;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.ListRequest;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.object.ResourceType;
import java.util.Comparator;
import java.util.List;

/** Reads namespaces. */
final class NamespaceReader {
    private static final int MOST_QUOTAS = 100;

    private NamespaceReader() {}

    static ObjectRef ref(NamespaceName name) {
        return ResourceType.NAMESPACE.named(name.value());
    }

    static Answer<NamespaceDetail> detail(ObjectApi api, NamespaceName name) {
        return api.get(ref(name)).then(namespace -> Answer.of(detail(namespace, quotas(api, name))));
    }

    /** The namespace; a {@code CONFLICT}, reason {@code replaced}, if it is not the one of this uid. */
    static Answer<KubeObject> get(ObjectApi api, NamespaceName name, String uid) {
        return api.get(ref(name))
                .then(namespace -> namespace.uid().equals(uid)
                        ? Answer.of(namespace)
                        : Answer.failed(ClusterFailure.because(
                                FailureCode.CONFLICT, "replaced", ref(name).toString())));
    }

    /** {@code true}, or an {@code ALREADY_EXISTS}. */
    static Answer<Boolean> absent(ObjectApi api, NamespaceName name) {
        return switch (api.get(ref(name))) {
            case Answer.Got<KubeObject> _ -> alreadyThere(name);
            case Answer.Failed<KubeObject>(ClusterFailure failure) ->
                failure.code() == FailureCode.NOT_FOUND ? Answer.of(true) : Answer.failed(failure);
        };
    }

    static <T> Answer<T> alreadyThere(NamespaceName name) {
        return Answer.failed(
                ClusterFailure.of(FailureCode.ALREADY_EXISTS, ref(name).toString()));
    }

    private static Answer<List<QuotaUse>> quotas(ObjectApi api, NamespaceName name) {
        return api.list(ListRequest.of(ResourceType.RESOURCE_QUOTA, name.value(), MOST_QUOTAS))
                .then(list -> Answer.of(list.items().stream()
                        .map(QuotaObjects::use)
                        .sorted(Comparator.comparing(QuotaUse::name))
                        .toList()));
    }

    private static NamespaceDetail detail(KubeObject namespace, Answer<List<QuotaUse>> quotas) {
        return new NamespaceDetail(
                namespace.name(),
                namespace.uid(),
                namespace.resourceVersion(),
                namespace.deleting(),
                namespace.createdAt(),
                namespace.labels(),
                namespace.annotations(),
                quotas);
    }
}
