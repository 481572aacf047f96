package io.ansflow.workload;

import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.object.ResourceType;
import tools.jackson.databind.node.ObjectNode;

/**
 * One document of a YAML text: an object that somebody wants.
 *
 * @param line where it begins, from 1
 * @param object only what a person decides about
 */
record ManifestDocument(int line, ObjectNode object) {

    String apiVersion() {
        return object.path("apiVersion").asString("");
    }

    String kind() {
        return object.path("kind").asString("");
    }

    String name() {
        return object.path("metadata").path("name").asString("");
    }

    String namespace() {
        return object.path("metadata").path("namespace").asString("");
    }

    /** Where it belongs, in the default namespace if it names none. */
    ObjectRef ref(ResourceType type, String defaultNamespace) {
        if (!type.namespaced()) {
            return type.named(name());
        }
        return type.named(namespace().isEmpty() ? defaultNamespace : namespace(), name());
    }

    /** Whether it makes the namespace. */
    boolean makesNamespace(String wanted) {
        return apiVersion().equals("v1") && kind().equals("Namespace") && name().equals(wanted);
    }

    /** Whether it makes the type that another document is of. */
    boolean definesTypeOf(ManifestDocument other) {
        return kind().equals("CustomResourceDefinition")
                && other.apiVersion()
                        .startsWith(object.path("spec").path("group").asString("") + "/")
                && object.path("spec").path("names").path("kind").asString("").equals(other.kind());
    }
}
