package io.ansflow.inventory;

import io.ansflow.base.StoredTimes;
import io.ansflow.inventory.ResourceOrder.By;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** A column by which lists are ordered. */
enum SortKey {
    NAMESPACE("namespace", Comparator.comparing(Resource::namespace)) {
        @Override
        Object value(Resource resource) {
            return resource.namespace();
        }
    },
    NAME("name", Comparator.comparing(Resource::name)) {
        @Override
        Object value(Resource resource) {
            return resource.name();
        }
    },
    CLUSTER(
            "cluster_id",
            Comparator.comparingLong(resource -> resource.key().cluster().value())) {
        @Override
        Object value(Resource resource) {
            return resource.key().cluster().value();
        }
    },
    HEALTH("health", Comparator.comparing(Resource::health)) {
        @Override
        Object value(Resource resource) {
            return resource.health().rank();
        }
    },
    CREATED("created_at", Comparator.comparing(SortKey::createdAt)) {
        @Override
        Object value(Resource resource) {
            return StoredTimes.of(createdAt(resource));
        }
    },
    ID("id", Comparator.comparingLong(Resource::id)) {
        @Override
        Object value(Resource resource) {
            return resource.id();
        }
    };

    private final String column;

    @SuppressWarnings("ImmutableEnumChecker") // These have no state.
    private final Comparator<Resource> comparator;

    SortKey(String column, Comparator<Resource> comparator) {
        this.column = column;
        this.comparator = comparator;
    }

    String column() {
        return column;
    }

    /** As the column holds it. */
    abstract Object value(Resource resource);

    /** What decides an order, the first first; no two resources of a kind are equal in all of it. */
    static List<SortKey> of(By by) {
        return switch (by) {
            case NAMESPACE -> List.of(NAMESPACE, CLUSTER, NAME);
            case NAME -> List.of(NAME, ID);
            case CLUSTER -> List.of(CLUSTER, NAMESPACE, NAME);
            case HEALTH -> List.of(HEALTH, NAMESPACE, CLUSTER, NAME);
            case CREATED -> List.of(CREATED, ID);
        };
    }

    static Comparator<Resource> comparator(List<SortKey> keys) {
        return keys.stream()
                .map(key -> key.comparator)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    private static Instant createdAt(Resource resource) {
        Instant created = resource.createdAt();
        return created == null ? Instant.EPOCH : created;
    }
}
