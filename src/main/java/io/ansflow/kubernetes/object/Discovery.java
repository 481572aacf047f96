package io.ansflow.kubernetes.object;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the type that people mean by a kind, as the cluster serves it. */
public final class Discovery {
    /** The same in every cluster, so that none has to be asked. */
    private static final Map<String, ResourceType> EVERYWHERE = Stream.of(
                    ResourceType.NAMESPACE,
                    ResourceType.NODE,
                    ResourceType.POD,
                    ResourceType.EVENT,
                    ResourceType.SECRET,
                    ResourceType.RESOURCE_QUOTA,
                    ResourceType.LIMIT_RANGE,
                    ResourceType.DEPLOYMENT,
                    ResourceType.REPLICA_SET,
                    ResourceType.STATEFUL_SET,
                    ResourceType.DAEMON_SET,
                    ResourceType.JOB)
            .collect(Collectors.toMap(ResourceType::plural, Function.identity()));

    /** In which group to look for a kind that is named without one; the core group is looked through first. */
    private static final Map<String, String> GROUPS = Map.ofEntries(
            Map.entry("controllerrevisions", "apps"),
            Map.entry("cronjobs", "batch"),
            Map.entry("horizontalpodautoscalers", "autoscaling"),
            Map.entry("ingresses", "networking.k8s.io"),
            Map.entry("ingressclasses", "networking.k8s.io"),
            Map.entry("networkpolicies", "networking.k8s.io"),
            Map.entry("poddisruptionbudgets", "policy"),
            Map.entry("storageclasses", "storage.k8s.io"),
            Map.entry("volumeattachments", "storage.k8s.io"),
            Map.entry("csidrivers", "storage.k8s.io"),
            Map.entry("csinodes", "storage.k8s.io"),
            Map.entry("roles", "rbac.authorization.k8s.io"),
            Map.entry("rolebindings", "rbac.authorization.k8s.io"),
            Map.entry("clusterroles", "rbac.authorization.k8s.io"),
            Map.entry("clusterrolebindings", "rbac.authorization.k8s.io"),
            Map.entry("endpointslices", "discovery.k8s.io"),
            Map.entry("leases", "coordination.k8s.io"),
            Map.entry("priorityclasses", "scheduling.k8s.io"),
            Map.entry("runtimeclasses", "node.k8s.io"),
            Map.entry("customresourcedefinitions", "apiextensions.k8s.io"),
            Map.entry("mutatingwebhookconfigurations", "admissionregistration.k8s.io"),
            Map.entry("validatingwebhookconfigurations", "admissionregistration.k8s.io"));

    private final ObjectApi api;

    public Discovery(ObjectApi api) {
        this.api = api;
    }

    /**
     * The type that is called so: {@code deployments}, {@code certificates.cert-manager.io}.
     *
     * @return a {@code NOT_FOUND}, reason {@code api}, if the cluster serves none
     */
    public Answer<ResourceType> named(String kind) {
        ResourceType known = EVERYWHERE.get(kind);
        if (known != null) {
            return Answer.of(known);
        }
        int dot = kind.indexOf('.');
        String plural = dot < 0 ? kind : kind.substring(0, dot);
        String group = dot < 0 ? GROUPS.getOrDefault(kind, "") : kind.substring(dot + 1);
        return newest(group, type -> type.plural().equals(plural)).then(found -> orNotServed(found, kind));
    }

    /** How {@link #named} finds the type again: by its plural alone where that is enough. */
    public static String kind(ResourceType type) {
        ResourceType known = EVERYWHERE.get(type.plural());
        String group = known == null ? GROUPS.getOrDefault(type.plural(), "") : known.group();
        return group.equals(type.group()) ? type.plural() : type.qualifiedName();
    }

    /** The type of a manifest, or a {@code NOT_FOUND}, reason {@code api}, if the cluster serves none. */
    public Answer<ResourceType> of(String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        return in(group, apiVersion.substring(slash + 1), type -> type.kind().equals(kind))
                .then(found -> orNotServed(found, apiVersion + " " + kind));
    }

    private static Answer<ResourceType> orNotServed(Optional<ResourceType> found, String what) {
        return found.map(Answer::of)
                .orElseGet(() -> Answer.failed(ClusterFailure.because(FailureCode.NOT_FOUND, "api", what)));
    }

    /** Looks through the group's versions, the server's preferred one first. */
    private Answer<Optional<ResourceType>> newest(String group, Predicate<ResourceType> wanted) {
        return api.versions(group).then(versions -> {
            for (String version : versions) {
                Answer<Optional<ResourceType>> answer = in(group, version, wanted);
                if (!(answer instanceof Answer.Got<Optional<ResourceType>>(Optional<ResourceType> type))
                        || type.isPresent()) {
                    return answer;
                }
            }
            return Answer.of(Optional.empty());
        });
    }

    private Answer<Optional<ResourceType>> in(String group, String version, Predicate<ResourceType> wanted) {
        Answer<List<ResourceType>> types = api.types(group, version);
        return types.then(all -> Answer.of(all.stream().filter(wanted).findFirst()));
    }
}
