package io.ansflow.kubernetes;

/**
 * An entry of {@code metadata.ownerReferences}.
 *
 * @param kind as in manifests: {@code ReplicaSet}
 * @param controller whether the owner is the one that manages the resource
 */
public record OwnerReference(String kind, String name, String uid, boolean controller) {}
