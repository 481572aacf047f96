package io.ansflow.inventory;

import io.ansflow.base.ClusterId;

/**
 * Identifies a resource for as long as it lives: one of the same name that is made later has another uid.
 *
 * @param uid {@code metadata.uid}
 */
public record ResourceKey(ClusterId cluster, KindId kind, String uid) {}
