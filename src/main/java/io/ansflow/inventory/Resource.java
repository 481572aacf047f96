package io.ansflow.inventory;

import io.ansflow.kubernetes.OwnerReference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resource as it was when it was last synced. Everything in it comes from a cluster and may be any text.
 *
 * @param id of its row; those of one cluster follow each other
 * @param clusterName the cluster's name in AnsFlow
 * @param uid {@code metadata.uid}
 * @param status one word or a few, as kubectl prints it; empty for kinds that have none
 * @param cells values of the kind's columns by {@link Column#id()}, in the columns' order; where there is none, no entry
 * @param labels in the order of their keys
 * @param createdAt by the cluster's clock, or null if it does not say
 * @param freshness how far all this can be trusted
 */
public record Resource(
        long id,
        ResourceKey key,
        String clusterName,
        String uid,
        Health health,
        String status,
        Map<String, String> cells,
        Map<String, String> labels,
        List<OwnerReference> owners,
        String resourceVersion,
        @Nullable Instant createdAt,
        Freshness freshness) {
    public Resource {
        owners = List.copyOf(owners);
    }

    public String namespace() {
        return key.namespace();
    }

    public String name() {
        return key.name();
    }

    /**
     * How far a resource can be trusted.
     *
     * @param asOf when the resources of this kind and cluster were last known to be all there is
     * @param stale whether that is longer ago than it should be, or the last try to read them failed
     */
    public record Freshness(Instant asOf, boolean stale) {}
}
