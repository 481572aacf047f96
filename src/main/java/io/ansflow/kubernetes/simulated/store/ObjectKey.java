package io.ansflow.kubernetes.simulated.store;

import java.util.Comparator;

/**
 * Where an object is kept; ordered as etcd orders its keys.
 *
 * @param type as RBAC names it: {@code pods}, {@code deployments.apps}
 * @param namespace empty for types without namespaces
 */
public record ObjectKey(String type, String namespace, String name) implements Comparable<ObjectKey> {
    private static final Comparator<ObjectKey> ORDER = Comparator.comparing(ObjectKey::type)
            .thenComparing(ObjectKey::namespace)
            .thenComparing(ObjectKey::name);

    @Override
    public int compareTo(ObjectKey other) {
        return ORDER.compare(this, other);
    }
}
