package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.object.ResourceType;
import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.Store;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The types that a simulated cluster serves: those that are built in, and those that its CustomResourceDefinitions define. */
public final class Kinds {
    private static final Map<String, Kind> BUILT_IN = new LinkedHashMap<>();
    private static final String DEFINITIONS = "customresourcedefinitions.apiextensions.k8s.io";

    public static final Kind NAMESPACE = add("", "v1", "namespaces", "Namespace", false, "V1Namespace", false, true);
    public static final Kind NODE = add("", "v1", "nodes", "Node", false, "V1Node", false, true);
    public static final Kind POD = add("", "v1", "pods", "Pod", true, "V1Pod", false, true);
    public static final Kind EVENT = add("", "v1", "events", "Event", true, "CoreV1Event", false, false);
    public static final Kind SECRET = add("", "v1", "secrets", "Secret", true, "V1Secret", false, false);
    public static final Kind CONFIG_MAP = add("", "v1", "configmaps", "ConfigMap", true, "V1ConfigMap", false, false);
    public static final Kind SERVICE = add("", "v1", "services", "Service", true, "V1Service", false, true);
    public static final Kind CLAIM = add(
            "", "v1", "persistentvolumeclaims", "PersistentVolumeClaim", true, "V1PersistentVolumeClaim", false, true);
    public static final Kind VOLUME =
            add("", "v1", "persistentvolumes", "PersistentVolume", false, "V1PersistentVolume", false, true);
    public static final Kind QUOTA =
            add("", "v1", "resourcequotas", "ResourceQuota", true, "V1ResourceQuota", false, true);
    public static final Kind LIMITS = add("", "v1", "limitranges", "LimitRange", true, "V1LimitRange", false, false);
    public static final Kind ACCOUNT =
            add("", "v1", "serviceaccounts", "ServiceAccount", true, "V1ServiceAccount", false, false);
    public static final Kind DEPLOYMENT =
            add("apps", "v1", "deployments", "Deployment", true, "V1Deployment", true, true);
    public static final Kind REPLICA_SET =
            add("apps", "v1", "replicasets", "ReplicaSet", true, "V1ReplicaSet", true, true);
    public static final Kind STATEFUL_SET =
            add("apps", "v1", "statefulsets", "StatefulSet", true, "V1StatefulSet", true, true);
    public static final Kind DAEMON_SET = add("apps", "v1", "daemonsets", "DaemonSet", true, "V1DaemonSet", true, true);
    public static final Kind JOB = add("batch", "v1", "jobs", "Job", true, "V1Job", true, true);
    public static final Kind CRON_JOB = add("batch", "v1", "cronjobs", "CronJob", true, "V1CronJob", true, true);
    public static final Kind AUTOSCALER = add(
            "autoscaling",
            "v2",
            "horizontalpodautoscalers",
            "HorizontalPodAutoscaler",
            true,
            "V2HorizontalPodAutoscaler",
            false,
            true);
    public static final Kind INGRESS =
            add("networking.k8s.io", "v1", "ingresses", "Ingress", true, "V1Ingress", true, true);
    public static final Kind CLUSTER_ROLE =
            add("rbac.authorization.k8s.io", "v1", "clusterroles", "ClusterRole", false, "V1ClusterRole", false, false);
    public static final Kind CLUSTER_ROLE_BINDING = add(
            "rbac.authorization.k8s.io",
            "v1",
            "clusterrolebindings",
            "ClusterRoleBinding",
            false,
            "V1ClusterRoleBinding",
            false,
            false);
    public static final Kind ROLE =
            add("rbac.authorization.k8s.io", "v1", "roles", "Role", true, "V1Role", false, false);
    public static final Kind ROLE_BINDING =
            add("rbac.authorization.k8s.io", "v1", "rolebindings", "RoleBinding", true, "V1RoleBinding", false, false);

    static {
        add("", "v1", "endpoints", "Endpoints", true, "V1Endpoints", false, false);
        add("apps", "v1", "controllerrevisions", "ControllerRevision", true, "V1ControllerRevision", false, false);
        add("networking.k8s.io", "v1", "ingressclasses", "IngressClass", false, "V1IngressClass", true, false);
        add("networking.k8s.io", "v1", "networkpolicies", "NetworkPolicy", true, "V1NetworkPolicy", true, false);
        add("policy", "v1", "poddisruptionbudgets", "PodDisruptionBudget", true, "V1PodDisruptionBudget", true, true);
        add("storage.k8s.io", "v1", "storageclasses", "StorageClass", false, "V1StorageClass", false, false);
        add("coordination.k8s.io", "v1", "leases", "Lease", true, "V1Lease", false, false);
        add("discovery.k8s.io", "v1", "endpointslices", "EndpointSlice", true, "V1EndpointSlice", false, false);
        add("scheduling.k8s.io", "v1", "priorityclasses", "PriorityClass", false, "V1PriorityClass", false, false);
        add(
                "apiextensions.k8s.io",
                "v1",
                "customresourcedefinitions",
                "CustomResourceDefinition",
                false,
                "V1CustomResourceDefinition",
                true,
                true);
    }

    private final Store store;
    private final boolean metrics;

    /** @param metrics whether the cluster serves {@code metrics.k8s.io} */
    public Kinds(Store store, boolean metrics) {
        this.store = store;
        this.metrics = metrics;
    }

    /** The type that is served there. */
    public Optional<Kind> find(ResourceType type) {
        return served().filter(kind -> kind.type().qualifiedName().equals(type.qualifiedName())
                        && kind.type().version().equals(type.version()))
                .findFirst();
    }

    /** The type of the key of an object. */
    public Kind of(String name) {
        Kind builtIn = BUILT_IN.get(name);
        return builtIn != null
                ? builtIn
                : custom().filter(kind -> kind.name().equals(name)).findFirst().orElseThrow();
    }

    public List<String> versions(String group) {
        Stream<ResourceType> types = Stream.concat(served().map(Kind::type), Metrics.types(metrics));
        return types.filter(type -> type.group().equals(group))
                .map(ResourceType::version)
                .distinct()
                .toList();
    }

    public List<ResourceType> types(String group, String version) {
        Stream<ResourceType> types = Stream.concat(served().map(Kind::type), Metrics.types(metrics));
        return types.filter(type -> type.group().equals(group) && type.version().equals(version))
                .toList();
    }

    private Stream<Kind> served() {
        return Stream.concat(BUILT_IN.values().stream(), custom());
    }

    private Stream<Kind> custom() {
        List<Kind> kinds = new ArrayList<>();
        for (Entry definition : store.all(DEFINITIONS)) {
            ObjectNode tree = definition.tree();
            for (JsonNode version : Tree.at(tree, "spec", "versions")) {
                if (version.path("served").asBoolean(false)) {
                    kinds.add(custom(tree, version));
                }
            }
        }
        return kinds.stream();
    }

    private static Kind custom(JsonNode definition, JsonNode version) {
        var type = new ResourceType(
                Tree.text(definition, "spec", "group"),
                Tree.text(version, "name"),
                Tree.text(definition, "spec", "names", "plural"),
                Tree.text(definition, "spec", "names", "kind"),
                Tree.text(definition, "spec", "scope").equals("Namespaced"));
        return new Kind(
                type, CustomShape.SHAPE, true, Tree.at(version, "subresources").has("status"));
    }

    private static Kind add(
            String group,
            String version,
            String plural,
            String kind,
            boolean namespaced,
            String struct,
            boolean generations,
            boolean status) {
        var type = new ResourceType(group, version, plural, kind, namespaced);
        var added = new Kind(type, Schema.type(struct), generations, status);
        BUILT_IN.put(added.name(), added);
        return added;
    }
}
