package io.ansflow.kubernetes.object;

import java.util.regex.Pattern;

/**
 * A type of objects and where the API serves it.
 *
 * @param group empty for the core group
 * @param version {@code v1}
 * @param plural as in paths and RBAC: {@code deployments}
 * @param kind as in manifests: {@code Deployment}
 * @param namespaced whether its objects live in namespaces
 */
public record ResourceType(String group, String version, String plural, String kind, boolean namespaced) {
    private static final Pattern PLURAL = Pattern.compile("[a-z0-9][a-z0-9.-]*");

    public static final ResourceType NAMESPACE = new ResourceType("", "v1", "namespaces", "Namespace", false);
    public static final ResourceType NODE = new ResourceType("", "v1", "nodes", "Node", false);
    public static final ResourceType POD = new ResourceType("", "v1", "pods", "Pod", true);
    public static final ResourceType EVENT = new ResourceType("", "v1", "events", "Event", true);
    public static final ResourceType SECRET = new ResourceType("", "v1", "secrets", "Secret", true);
    public static final ResourceType RESOURCE_QUOTA =
            new ResourceType("", "v1", "resourcequotas", "ResourceQuota", true);
    public static final ResourceType LIMIT_RANGE = new ResourceType("", "v1", "limitranges", "LimitRange", true);
    public static final ResourceType DEPLOYMENT = new ResourceType("apps", "v1", "deployments", "Deployment", true);
    public static final ResourceType REPLICA_SET = new ResourceType("apps", "v1", "replicasets", "ReplicaSet", true);
    public static final ResourceType STATEFUL_SET = new ResourceType("apps", "v1", "statefulsets", "StatefulSet", true);
    public static final ResourceType DAEMON_SET = new ResourceType("apps", "v1", "daemonsets", "DaemonSet", true);
    public static final ResourceType JOB = new ResourceType("batch", "v1", "jobs", "Job", true);

    public ResourceType {
        if (!isPlural(plural)) {
            throw new IllegalArgumentException("Not the plural of a type: " + plural);
        }
    }

    /** Whether a text can be the plural of a type; subresources, with a slash, are no types. */
    public static boolean isPlural(String text) {
        return PLURAL.matcher(text).matches();
    }

    /** As in manifests: {@code apps/v1}; {@code v1} for the core group. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** As RBAC names it: {@code deployments.apps}. */
    public String qualifiedName() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    /** An object of this type. */
    public ObjectRef named(String namespace, String name) {
        return new ObjectRef(this, namespace, name);
    }

    /** An object of this type, which lives in no namespace. */
    public ObjectRef named(String name) {
        return new ObjectRef(this, "", name);
    }
}
