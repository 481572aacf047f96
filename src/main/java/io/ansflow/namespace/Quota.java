package io.ansflow.namespace;

import io.ansflow.kubernetes.object.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * How much all of a namespace may ask for (ResourceQuota). Null is not limited.
 *
 * @param cpu sum of the containers' requests ({@code requests.cpu}), in cores
 * @param memory sum of the containers' requests ({@code requests.memory}), in bytes
 * @param storage sum of what the volume claims request ({@code requests.storage}), in bytes
 * @param pods number of pods that have not ended
 */
public record Quota(
        @Nullable Quantity cpu,
        @Nullable Quantity memory,
        @Nullable Quantity storage,
        @Nullable Quantity pods) {
    public static final Quota NONE = new Quota(null, null, null, null);

    public boolean unlimited() {
        return equals(NONE);
    }
}
