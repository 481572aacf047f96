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
        if (!isName(name) || !(namespace.isEmpty() || isName(namespace))) {
            throw new IllegalArgumentException("Not the name of an object: " + namespace + "/" + name);
        }
    }

    /** Whether an object can have this name: whatever is one segment of a path, and stays one. */
    public static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= 253
                && !text.equals(".")
                && !text.equals("..")
                && text.chars().noneMatch(letter -> letter == '/' || letter == '%' || letter <= ' ');
    }

    /** As kubectl writes it, its namespace before it: {@code shop/deployments/web}. */
    @Override
    public String toString() {
        return (namespace.isEmpty() ? "" : namespace + "/") + type.plural() + "/" + name;
    }
}
