package io.ansflow.inventory;

/**
 * The indexes in whose order lists are read. H2 takes one for that only if the order names all of its columns, also those that
 * are equal in all rows that are wanted; otherwise it sorts all rows of the kind for every page.
 */
enum ListIndex {
    IN_CLUSTER("resource_name_in_cluster", "cluster_id", "kind", "namespace", "name"),
    BY_NAMESPACE("resource_by_namespace", "kind", "namespace", "cluster_id", "name"),
    BY_NAME("resource_by_name", "kind", "name", "id"),
    BY_HEALTH("resource_by_health", "kind", "health", "namespace", "cluster_id", "name"),
    BY_CREATION("resource_by_creation", "kind", "created_at", "id");

    private final String index;
    private final String ascending;
    private final String descending;

    ListIndex(String index, String... columns) {
        this.index = index;
        this.ascending = String.join(", ", columns);
        this.descending = String.join(" desc, ", columns) + " desc";
    }

    /** The one whose order begins with the key, among rows that are of one cluster or one state where the query allows no other. */
    static ListIndex of(SortKey first, ResourceQuery query) {
        return switch (first) {
            case NAMESPACE ->
                query.clusters().size() == 1 ? IN_CLUSTER : query.health().size() == 1 ? BY_HEALTH : BY_NAMESPACE;
            case NAME -> BY_NAME;
            case CLUSTER -> IN_CLUSTER;
            case HEALTH -> BY_HEALTH;
            case CREATED -> BY_CREATION;
            case ID -> throw new IllegalArgumentException("Ids only tell apart what is equal otherwise");
        };
    }

    /**
     * What to select from. H2 would rather find the kind by whichever index it likes, and sort; but where few clusters or
     * namespaces are wanted, an index that finds these may do with fewer rows than one that has the order.
     */
    String from(ResourceQuery query) {
        boolean narrowed = !query.clusters().isEmpty() || !query.namespaces().isEmpty();
        return narrowed ? "resource" : "resource use index (" + index + ")";
    }

    /** What to order by. */
    String order(boolean inAscendingOrder) {
        return inAscendingOrder ? ascending : descending;
    }
}
