package io.ansflow.namespace;

import io.ansflow.base.ClusterId;

/**
 * The wish to delete a namespace and all that is in it.
 *
 * @param uid of the namespace that was seen
 * @param typedName what the person typed, which must be its name
 * @param productionConfirmed whether the person confirmed once more; needed in clusters of production
 */
public record NamespaceDeletion(
        ClusterId cluster, NamespaceName name, String uid, String typedName, boolean productionConfirmed) {}
