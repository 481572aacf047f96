package io.ansflow.inventory;

import io.ansflow.base.ClusterId;
import io.ansflow.inventory.Resource.Freshness;
import io.ansflow.kubernetes.OwnerReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Resources for tests: healthy and an hour old, unless told otherwise. */
public final class ResourceBuilder {
    private static final AtomicLong ROWS = new AtomicLong();

    private final long id;
    private final ResourceKey key;
    private String uid;
    private String version = "1";
    private Health health = Health.HEALTHY;
    private String status = "";
    private final Map<String, String> cells = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final List<OwnerReference> owners = new ArrayList<>();
    private @Nullable Instant createdAt =
            Instant.now().minus(Duration.ofHours(1)).minusSeconds(1);
    private Freshness freshness = new Freshness(Instant.now().minusSeconds(65), false);

    private ResourceBuilder(ResourceKey key) {
        this.id = ROWS.incrementAndGet();
        this.key = key;
        this.uid = "uid-" + key.name();
    }

    /**
     * A resource of any kind.
     *
     * @param place {@code namespace/name}, or {@code name} for kinds without namespaces
     */
    public static ResourceBuilder resource(long cluster, String kind, String place) {
        int slash = place.indexOf('/');
        return new ResourceBuilder(new ResourceKey(
                new ClusterId(cluster),
                new KindId(kind),
                slash < 0 ? "" : place.substring(0, slash),
                place.substring(slash + 1)));
    }

    public static ResourceBuilder pod(long cluster, String place) {
        return resource(cluster, "pods", place).status("Running", Health.HEALTHY);
    }

    public ResourceBuilder uid(String value) {
        uid = value;
        return this;
    }

    public ResourceBuilder version(String value) {
        version = value;
        return this;
    }

    public ResourceBuilder status(String text, Health meaning) {
        status = text;
        health = meaning;
        return this;
    }

    public ResourceBuilder cell(String column, String value) {
        cells.put(column, value);
        return this;
    }

    public ResourceBuilder label(String name, String value) {
        labels.put(name, value);
        return this;
    }

    public ResourceBuilder owner(String kind, String name) {
        owners.add(new OwnerReference(kind, name, "uid-" + name, true));
        return this;
    }

    public ResourceBuilder created(@Nullable Instant at) {
        createdAt = at;
        return this;
    }

    public ResourceBuilder stale(Instant asOf) {
        freshness = new Freshness(asOf, true);
        return this;
    }

    public Resource build() {
        return new Resource(
                id,
                key,
                "cluster-" + key.cluster(),
                uid,
                health,
                status,
                cells,
                labels,
                owners,
                version,
                createdAt,
                freshness);
    }
}
