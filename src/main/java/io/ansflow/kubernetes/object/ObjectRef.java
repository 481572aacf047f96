package io.ansflow.kubernetes.object;

/**
 * An object by its name.
 *
 * @param namespace empty for types without namespaces
 */
public record ObjectRef(ResourceType type, String namespace, String name) {
    public ObjectRef {
        if (type.namespaced() == namespace.isEmpty()) {
            throw new IllegalArgumentException(
                    type.plural() + (type.namespaced() ? " live in namespaces" : " live in no namespace"));
        }
        if (name.isEmpty()) {
            throw new IllegalArgumentException("An object has a name");
        }
    }

    /** As kubectl writes it, its namespace before it: {@code shop/deployments/web}. */
    @Override
    public String toString() {
        return (namespace.isEmpty() ? "" : namespace + "/") + type.plural() + "/" + name;
    }
}
