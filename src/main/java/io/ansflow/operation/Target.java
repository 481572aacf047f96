package io.ansflow.operation;

import io.ansflow.base.ClusterId;
import org.jspecify.annotations.Nullable;

/**
 * The object of a registered cluster that something is done to.
 *
 * @param kind in the plural, as kubectl names it: {@code deployments}; kinds that are not built in with their group:
 *     {@code certificates.cert-manager.io}
 * @param namespace empty for kinds without namespaces
 * @param uid of the object that was seen; nothing is done to another one of the same name. Null where it is not known
 */
public record Target(
        ClusterId cluster,
        String kind,
        String namespace,
        String name,
        @Nullable String uid) {

    /** As {@code shop/deployments/web}. */
    public String path() {
        return (namespace.isEmpty() ? "" : namespace + "/") + kind + "/" + name;
    }
}
