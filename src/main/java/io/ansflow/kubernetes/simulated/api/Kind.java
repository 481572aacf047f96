package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.object.ResourceType;
import io.ansflow.kubernetes.simulated.store.ObjectKey;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A type of objects that a simulated cluster serves.
 *
 * @param shape of its objects
 * @param generations whether {@code metadata.generation} counts changes of its spec
 * @param status whether it has a subresource {@code status}, and a change of the object leaves the status alone
 */
public record Kind(ResourceType type, Shape shape, boolean generations, boolean status) {
    /** Types with the subresource {@code scale}. */
    private static final Set<String> SCALED = Set.of("deployments.apps", "replicasets.apps", "statefulsets.apps");

    /** As RBAC names it. */
    public String name() {
        return type.qualifiedName();
    }

    boolean scaled() {
        return SCALED.contains(name());
    }

    public ObjectKey key(String namespace, String objectName) {
        return new ObjectKey(name(), type.namespaced() ? namespace : "", objectName);
    }

    /** The key of an object of this kind. */
    public ObjectKey key(JsonNode object) {
        return key(Tree.text(object, "metadata", "namespace"), Tree.text(object, "metadata", "name"));
    }
}
