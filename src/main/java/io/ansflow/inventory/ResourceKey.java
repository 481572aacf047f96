package io.ansflow.inventory;

import io.ansflow.base.ClusterId;

/**
 * Identifies a resource by its names, as people do: one that is made again is still the same to them.
 *
 * @param namespace empty for kinds without namespaces
 */
public record ResourceKey(ClusterId cluster, KindId kind, String namespace, String name) {}
