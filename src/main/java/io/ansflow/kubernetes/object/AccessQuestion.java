package io.ansflow.kubernetes.object;

/**
 * Whether the credential may do something (SelfSubjectAccessReview).
 *
 * @param verb of RBAC: {@code get}, {@code patch}
 * @param subresource {@code scale}; empty for the object itself
 * @param namespace empty for all, and for types without namespaces
 * @param name empty for all
 */
public record AccessQuestion(
        String verb, String group, String plural, String subresource, String namespace, String name) {}
