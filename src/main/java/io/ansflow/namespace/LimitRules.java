package io.ansflow.namespace;

import io.ansflow.base.Text;
import io.ansflow.kubernetes.object.Quantity;
import io.ansflow.operation.InvalidInput;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What quotas and limits must be for a cluster to take them; it is not asked about them before the namespace exists. */
final class LimitRules {
    private LimitRules() {}

    /** @throws InvalidInput naming the component that breaks a rule */
    static void check(Quota quota) {
        notNegative("cpu", quota.cpu());
        notNegative("memory", quota.memory());
        notNegative("storage", quota.storage());
        notNegative("pods", quota.pods());
        if (quota.pods() != null && quota.pods().value().stripTrailingZeros().scale() > 0) {
            throw new InvalidInput("pods", Text.of("namespace.quota.whole"));
        }
    }

    /** @throws InvalidInput naming the component that breaks a rule */
    static void check(ContainerLimits limits) {
        Stream.of(limits.defaultRequest(), limits.defaultLimit(), limits.max()).forEach(amounts -> {
            notNegative("limits.cpu", amounts.cpu());
            notNegative("limits.memory", amounts.memory());
        });
        ascending(
                "limits.cpu",
                limits.defaultRequest().cpu(),
                limits.defaultLimit().cpu(),
                limits.max().cpu());
        ascending(
                "limits.memory",
                limits.defaultRequest().memory(),
                limits.defaultLimit().memory(),
                limits.max().memory());
    }

    private static void notNegative(String field, @Nullable Quantity quantity) {
        if (quantity != null && quantity.value().signum() < 0) {
            throw new InvalidInput(field, Text.of("namespace.quota.negative"));
        }
    }

    private static void ascending(
            String field, @Nullable Quantity request, @Nullable Quantity limit, @Nullable Quantity max) {
        if (exceeds(request, limit) || exceeds(limit, max) || exceeds(request, max)) {
            throw new InvalidInput(field, Text.of("namespace.limits.order"));
        }
    }

    private static boolean exceeds(@Nullable Quantity lower, @Nullable Quantity upper) {
        return lower != null && upper != null && lower.value().compareTo(upper.value()) > 0;
    }
}
