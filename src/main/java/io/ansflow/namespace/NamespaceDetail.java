package io.ansflow.namespace;

import io.ansflow.kubernetes.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A namespace as it is now in its cluster.
 *
 * @param terminating whether it is being deleted
 * @param createdAt by the cluster's clock, or null if it does not say
 * @param quotas all that limit it, by name; or why they could not be read, which does not mean that there are none
 */
public record NamespaceDetail(
        String name,
        String uid,
        String resourceVersion,
        boolean terminating,
        @Nullable Instant createdAt,
        Map<String, String> labels,
        Map<String, String> annotations,
        Answer<List<QuotaUse>> quotas) {
    public NamespaceDetail {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }
}
