package io.ansflow.inventory;

import io.ansflow.base.ClusterId;
import io.ansflow.inventory.ResourceQuery.Label;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a query wants.
 *
 * @param gone clusters that were deleted and whose rows are still being removed
 */
record RowFilter(ResourceQuery query, List<Long> gone) {
    /** More clusters than these are so many that rows of theirs are met with soon among all. */
    private static final int MOST_PARTS = 20;

    /** What rows of a kind must fulfil. */
    Condition where(KindId kind) {
        Condition where = Condition.is("kind", kind.value());
        if (!query.clusters().isEmpty()) {
            where = where.and(Condition.in(
                    "cluster_id",
                    query.clusters().stream().map(ClusterId::value).toList()));
        }
        if (!gone.isEmpty()) {
            where = where.and(Condition.notIn("cluster_id", gone));
        }
        if (!query.namespaces().isEmpty()) {
            where = where.and(Condition.in("namespace", query.namespaces()));
        }
        if (!query.health().isEmpty()) {
            where = where.and(Condition.in(
                    "health", query.health().stream().map(Health::rank).toList()));
        }
        for (Label label : query.labels()) {
            @Nullable String value = label.value();
            where = where.and(Condition.contains(
                    "labels", List.of("\n" + label.key() + "=" + (value == null ? "" : value + "\n"))));
        }
        for (String word : SearchTerms.words(query.text())) {
            where = where.and(Condition.contains("search_text", SearchTerms.marked(word)));
        }
        return where;
    }

    /**
     * Filters that together give what this one gives, each for fewer values. In the order of namespaces an index has the rows
     * of one cluster or of one state in their order, but not those of several: to fill a page all rows of the kind might have
     * to be looked at. In other orders no index helps, and to ask for each value by itself would only multiply the work.
     */
    List<RowFilter> parts() {
        if (query.clusters().size() > 1 && query.clusters().size() <= MOST_PARTS) {
            return query.clusters().stream()
                    .map(cluster -> new RowFilter(query.clusters(Set.of(cluster)), gone))
                    .toList();
        }
        if (query.health().size() > 1) {
            return query.health().stream()
                    .map(health -> new RowFilter(query.health(Set.of(health)), gone))
                    .toList();
        }
        return List.of(this);
    }
}
