package io.ansflow.namespace;

import io.ansflow.kubernetes.object.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What a container of the namespace gets where it asks for nothing, and may have at most (LimitRange). Under a quota of cpu
 * or memory, pods whose containers say nothing are refused unless there are defaults.
 *
 * @param defaultRequest what it requests if it says nothing
 * @param defaultLimit what it is limited to if it says nothing
 * @param max the highest limit that it may have
 */
public record ContainerLimits(Amounts defaultRequest, Amounts defaultLimit, Amounts max) {
    public static final ContainerLimits NONE = new ContainerLimits(Amounts.NONE, Amounts.NONE, Amounts.NONE);

    /** Amounts for one container; null is not set. */
    public record Amounts(@Nullable Quantity cpu, @Nullable Quantity memory) {
        public static final Amounts NONE = new Amounts(null, null);
    }

    public boolean unlimited() {
        return equals(NONE);
    }
}
