package io.ansflow.namespace;

import java.util.Map;

/**
 * A namespace that somebody wants.
 *
 * @param quota {@link Quota#NONE} for no ResourceQuota
 * @param limits {@link ContainerLimits#NONE} for no LimitRange
 */
public record NamespaceDraft(
        NamespaceName name,
        Map<String, String> labels,
        Map<String, String> annotations,
        Quota quota,
        ContainerLimits limits) {
    public NamespaceDraft {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }
}
