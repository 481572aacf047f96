package io.ansflow.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the rows of one kind by pages that begin at a mark (keyset paging, after Winand, "no offset"): of an order by
 * {@code (a, b, c)} what follows a mark is what has its a and b and a later c, then what has its a and a later b, then
 * what has a later a. Each is a range of one index; they are read one after the other until there is enough.
 */
@Component
class ResourceQueries {
    private final JdbcClient database;
    private final ResourceRows rows;
    private final TermIndex terms;

    ResourceQueries(JdbcClient database, ResourceRows rows, TermIndex terms) {
        this.database = database;
        this.rows = rows;
        this.terms = terms;
    }

    /**
     * From where on rows are read.
     *
     * @param mark null from the beginning
     * @param included whether a row that is equal to the mark in the whole order comes too
     */
    record Start(@Nullable Resource mark, boolean included) {
        static final Start BEGINNING = new Start(null, false);
    }

    /** What a query wants of the rows there are now. */
    RowFilter filter(ResourceQuery query) {
        return new RowFilter(query, gone());
    }

    /** The next rows in the order, ascending or descending; {@linkplain ResourceRows#complete without} what is not of the row. */
    List<Resource> read(KindId kind, RowFilter filter, List<SortKey> keys, boolean ascending, Start start, int size) {
        Optional<Set<Long>> candidates = candidates(kind, filter.query());
        if (candidates.isPresent()) {
            return among(candidates.get(), filter.where(kind), keys, ascending, start, size);
        }
        List<RowFilter> parts = keys.getFirst() == SortKey.NAMESPACE ? filter.parts() : List.of(filter);
        List<Resource> found = new ArrayList<>();
        for (RowFilter part : parts) {
            found.addAll(inRanges(kind, part, keys, ascending, start, size));
        }
        return parts.size() == 1
                ? found
                : found.stream().sorted(order(keys, ascending)).limit(size).toList();
    }

    private List<Resource> inRanges(
            KindId kind, RowFilter filter, List<SortKey> keys, boolean ascending, Start start, int size) {
        Condition where = filter.where(kind);
        ListIndex index = ListIndex.of(keys.getFirst(), filter.query());
        List<Resource> found = new ArrayList<>();
        for (Condition range : ranges(keys, ascending, start)) {
            if (found.size() < size) {
                found.addAll(inOrder(
                        index.from(filter.query()), index.order(ascending), where.and(range), size - found.size()));
            }
        }
        return found;
    }

    /** Ids among which all rows are that the query allows, if it allows few by its words, labels or health. */
    private Optional<Set<Long>> candidates(KindId kind, ResourceQuery query) {
        Optional<Set<Long>> byTerms = terms.candidates(kind, query);
        return byTerms.isPresent() || query.health().isEmpty() ? byTerms : terms.candidates(kind, query.health());
    }

    /** How many rows there are, but not more than the limit. */
    long count(KindId kind, RowFilter filter, long limit) {
        Condition where = filter.where(kind);
        Optional<Set<Long>> candidates = candidates(kind, filter.query());
        if (candidates.isEmpty()) {
            return counted(where, limit);
        }
        return candidates.get().isEmpty() ? 0 : counted(where.and(Condition.in("id", candidates.get())), limit);
    }

    private long counted(Condition where, long limit) {
        List<Object> parameters = new ArrayList<>(where.parameters());
        parameters.add(limit);
        return database.sql("select count(*) from (select id from resource where " + where.sql() + " limit ?) found")
                .params(parameters)
                .query(Long.class)
                .single();
    }

    private List<Resource> inOrder(String from, String order, Condition where, int size) {
        List<Object> parameters = new ArrayList<>(where.parameters());
        parameters.add(size);
        return rows.read(
                "select " + ResourceRows.COLUMNS + " from " + from + " where " + where.sql() + " order by " + order
                        + " limit ?",
                parameters);
    }

    /** All that a rare word finds is looked at; the order is made here, so that no index is read instead. */
    private List<Resource> among(
            Set<Long> ids, Condition where, List<SortKey> keys, boolean ascending, Start start, int size) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Condition all = Condition.in("id", ids).and(where);
        Comparator<Resource> order = order(keys, ascending);
        Resource mark = start.mark();
        return rows
                .read("select " + ResourceRows.COLUMNS + " from resource where " + all.sql(), all.parameters())
                .stream()
                .filter(resource -> mark == null || order.compare(resource, mark) > (start.included() ? -1 : 0))
                .sorted(order)
                .limit(size)
                .toList();
    }

    private static Comparator<Resource> order(List<SortKey> keys, boolean ascending) {
        Comparator<Resource> natural = SortKey.comparator(keys);
        return ascending ? natural : natural.reversed();
    }

    private static List<Condition> ranges(List<SortKey> keys, boolean ascending, Start start) {
        Resource mark = start.mark();
        if (mark == null) {
            return List.of(Condition.TRUE);
        }
        List<Condition> ranges = new ArrayList<>();
        for (int last = keys.size() - 1; last >= 0; last--) {
            Condition range = Condition.TRUE;
            for (SortKey key : keys.subList(0, last)) {
                range = range.and(Condition.is(key.column(), key.value(mark)));
            }
            boolean including = start.included() && last == keys.size() - 1;
            String operator = (ascending ? ">" : "<") + (including ? "=" : "");
            SortKey key = keys.get(last);
            ranges.add(range.and(Condition.compares(key.column(), operator, key.value(mark))));
        }
        return ranges;
    }

    /** Clusters that were deleted and whose rows are still being removed. */
    private List<Long> gone() {
        return database.sql("select s.cluster_id from cluster_sync s left join cluster c on c.id = s.cluster_id"
                        + " where c.id is null")
                .query((row, number) -> row.getLong(1))
                .list();
    }
}
