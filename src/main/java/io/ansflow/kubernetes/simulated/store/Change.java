package io.ansflow.kubernetes.simulated.store;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an object.
 *
 * @param before null for a new one
 * @param after null for one that is gone
 */
public record Change(
        long version, @Nullable Entry before, @Nullable Entry after) {
    public ObjectKey key() {
        return after != null
                ? after.key()
                : java.util.Objects.requireNonNull(before).key();
    }
}
