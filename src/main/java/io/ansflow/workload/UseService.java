package io.ansflow.workload;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.ListRequest;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.kubernetes.object.ObjectList;
import io.ansflow.kubernetes.object.Quantity;
import io.ansflow.kubernetes.object.ResourceType;
import io.ansflow.operation.ClusterObjects;
import io.ansflow.operation.Target;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

@Service
class UseService implements ResourceUse {
    private static final String GROUP = "metrics.k8s.io";

    /** Pods are large; of more than so many it is not summed up what they request of their nodes. */
    private static final int MOST_PODS = 2000;

    private static final String NOT_ENDED = "status.phase!=Succeeded,status.phase!=Failed";

    private final ClusterObjects objects;

    UseService(ClusterObjects objects) {
        this.objects = objects;
    }

    @Override
    public Answer<Optional<List<Use>>> nodes(ClusterId cluster) {
        return objects.read(
                cluster,
                api -> metrics(api, "nodes", "")
                        .then(metrics -> metrics.isEmpty() ? Answer.of(Optional.empty()) : nodes(api, metrics.get())));
    }

    @Override
    public Answer<Optional<List<Use>>> pods(ClusterId cluster, String namespace) {
        return pods(cluster, namespace, NOT_ENDED);
    }

    @Override
    public Answer<Optional<List<Use>>> podsOn(Target node) {
        return pods(node.cluster(), "", NOT_ENDED + ",spec.nodeName=" + node.name());
    }

    private Answer<Optional<List<Use>>> pods(ClusterId cluster, String namespace, String fields) {
        return objects.read(
                cluster,
                api -> metrics(api, "pods", namespace)
                        .then(metrics -> metrics.isEmpty()
                                ? Answer.of(Optional.empty())
                                : pods(api, namespace, fields, metrics.get())));
    }

    /** What the metrics API knows, by name; empty if the cluster has none. */
    private static Answer<Optional<Map<String, KubeObject>>> metrics(ObjectApi api, String plural, String namespace) {
        return api.versions(GROUP).then(versions -> {
            if (versions.isEmpty()) {
                return Answer.of(Optional.empty());
            }
            return api.types(GROUP, versions.getFirst())
                    .then(types -> types.stream()
                            .filter(type -> type.plural().equals(plural))
                            .findFirst()
                            .map(type -> api.list(ListRequest.of(type, namespace, ListRequest.MAX))
                                    .then(list -> Answer.of(Optional.of(byName(list)))))
                            .orElse(Answer.of(Optional.empty())));
        });
    }

    private static Answer<Optional<List<Use>>> nodes(ObjectApi api, Map<String, KubeObject> metrics) {
        Answer<ObjectList> pods =
                api.list(ListRequest.of(ResourceType.POD, "", MOST_PODS).fields(NOT_ENDED));
        Optional<Map<String, List<KubeObject>>> byNode = pods instanceof Answer.Got<ObjectList>(ObjectList list)
                        && list.complete()
                ? Optional.of(list.items().stream().collect(Collectors.groupingBy(pod -> pod.text("spec", "nodeName"))))
                : Optional.empty();
        return api.list(ListRequest.of(ResourceType.NODE, "", ListRequest.MAX))
                .then(list -> Answer.of(Optional.of(list.items().stream()
                        .map(node -> node(
                                node,
                                metrics.get(key(node)),
                                byNode.map(all -> all.getOrDefault(node.name(), List.of()))))
                        .sorted(Comparator.comparing(Use::name))
                        .toList())));
    }

    private static Use node(KubeObject node, @Nullable KubeObject metrics, Optional<List<KubeObject>> pods) {
        Function<String, Amount> amount = resource -> new Amount(
                metrics == null
                        ? null
                        : Quantity.parse(metrics.text("usage", resource)).orElse(null),
                pods.flatMap(all -> all.stream()
                                .flatMap(pod -> PodResources.requested(pod, resource).stream())
                                .reduce(BigDecimal::add))
                        .map(UseService::quantity)
                        .orElse(null),
                Quantity.parse(node.text("status", "allocatable", resource)).orElse(null));
        return new Use("", node.name(), amount.apply("cpu"), amount.apply("memory"));
    }

    private static Answer<Optional<List<Use>>> pods(
            ObjectApi api, String namespace, String fields, Map<String, KubeObject> metrics) {
        return api.list(ListRequest.of(ResourceType.POD, namespace, MOST_PODS).fields(fields))
                .then(list -> Answer.of(Optional.of(list.items().stream()
                        .map(pod -> pod(pod, metrics.get(key(pod))))
                        .sorted(Comparator.comparing(Use::namespace).thenComparing(Use::name))
                        .toList())));
    }

    private static Use pod(KubeObject pod, @Nullable KubeObject metrics) {
        Function<String, Amount> amount = resource -> new Amount(
                metrics == null ? null : used(metrics, resource),
                PodResources.requested(pod, resource).map(UseService::quantity).orElse(null),
                PodResources.limit(pod, resource).map(UseService::quantity).orElse(null));
        return new Use(pod.namespace(), pod.name(), amount.apply("cpu"), amount.apply("memory"));
    }

    private static @Nullable Quantity used(KubeObject metrics, String resource) {
        return StreamSupport.stream(metrics.at("containers").spliterator(), false)
                .flatMap(container ->
                        Quantity.parse(container.path("usage").path(resource).asString("")).stream())
                .map(Quantity::value)
                .reduce(BigDecimal::add)
                .map(UseService::quantity)
                .orElse(null);
    }

    private static Map<String, KubeObject> byName(ObjectList list) {
        return list.items().stream()
                .collect(Collectors.toMap(UseService::key, Function.identity(), (first, second) -> first));
    }

    private static String key(KubeObject object) {
        return object.namespace() + "/" + object.name();
    }

    private static Quantity quantity(BigDecimal value) {
        return Quantity.parse(value.stripTrailingZeros().toPlainString()).orElseThrow();
    }
}
