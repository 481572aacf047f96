package io.ansflow.inventory;

import io.ansflow.base.ClusterId;
import io.ansflow.inventory.ResourceQueries.Start;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The face of the inventory: lists of several kinds are read kind by kind and merged. */
@Service
class InventoryService implements Inventory {
    private static final long COUNTED = 100_000;
    private static final long COUNTED_BY_TEXT = 1_000;

    private final ResourceKinds kinds;
    private final ResourceQueries queries;
    private final ResourceRows rows;
    private final NamespaceCounts namespaceCounts;
    private final JdbcClient database;

    InventoryService(
            ResourceKinds kinds,
            ResourceQueries queries,
            ResourceRows rows,
            NamespaceCounts namespaceCounts,
            JdbcClient database) {
        this.kinds = kinds;
        this.queries = queries;
        this.rows = rows;
        this.namespaceCounts = namespaceCounts;
        this.database = database;
    }

    @Override
    public List<Kind> kinds() {
        return kinds.all().stream().map(ResourceKind::kind).toList();
    }

    @Override
    public Optional<Kind> kind(String name) {
        return kinds.named(name).map(ResourceKind::kind);
    }

    @Override
    public Slice slice(ResourceQuery query, ResourceOrder order, Position from, int size) {
        if (size < 1 || size > MAX_SLICE) {
            throw new IllegalArgumentException("A slice has 1 to " + MAX_SLICE + " resources, not " + size);
        }
        return switch (from) {
            case Position.First() -> forward(query, order, Optional.empty(), size);
            case Position.After(Resource mark) -> forward(query, order, Optional.of(mark), size);
            case Position.Last() -> backward(query, order, Optional.empty(), size);
            case Position.Before(Resource mark) -> backward(query, order, Optional.of(mark), size);
        };
    }

    @Override
    public Count count(ResourceQuery query) {
        boolean indexed = query.text().isBlank() && query.labels().isEmpty();
        long limit = indexed ? COUNTED : COUNTED_BY_TEXT;
        long counted = 0;
        RowFilter filter = queries.filter(query);
        for (KindId kind : wanted(query)) {
            if (counted <= limit) {
                // One more than the limit tells that there are more; what rare words find is always counted whole.
                counted += queries.count(kind, filter, Math.max(limit + 1 - counted, TermIndex.RARE + 1));
            }
        }
        return counted > Math.max(limit, TermIndex.RARE)
                ? new Count(Math.max(limit, TermIndex.RARE), false)
                : new Count(counted, true);
    }

    @Override
    public Optional<Resource> find(ResourceKey key) {
        List<Resource> found = rows.read(
                "select " + ResourceRows.COLUMNS
                        + " from resource where cluster_id = ? and kind = ? and namespace = ? and name = ?",
                List.of(key.cluster().value(), key.kind().value(), key.namespace(), key.name()));
        return rows.complete(found).stream().findFirst();
    }

    @Override
    public List<String> namespaces(Set<ClusterId> clusters, String prefix, int limit) {
        Condition where = Condition.is("r.kind", "namespaces").and(Condition.startsWith("r.name", prefix));
        if (!clusters.isEmpty()) {
            where = where.and(Condition.in(
                    "r.cluster_id", clusters.stream().map(ClusterId::value).toList()));
        }
        List<Object> parameters = new ArrayList<>(where.parameters());
        parameters.add(limit);
        return database.sql("select distinct r.name from resource r join cluster c on c.id = r.cluster_id where "
                        + where.sql() + " order by r.name limit ?")
                .params(parameters)
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Override
    public Map<ResourceKey, Map<KindId, Long>> counts(Collection<ResourceKey> namespaces, Set<KindId> wanted) {
        if (namespaces.size() > MAX_SLICE) {
            throw new IllegalArgumentException("At most " + MAX_SLICE + " namespaces, not " + namespaces.size());
        }
        return namespaceCounts.of(namespaces, wanted);
    }

    private Slice forward(ResourceQuery query, ResourceOrder order, Optional<Resource> mark, int size) {
        return read(query, order, !order.descending(), mark, size);
    }

    private Slice backward(ResourceQuery query, ResourceOrder order, Optional<Resource> mark, int size) {
        Slice reversed = read(query, order, order.descending(), mark, size);
        return new Slice(reversed.resources().reversed(), reversed.more());
    }

    /** One more than is wanted tells whether there are more. */
    private Slice read(ResourceQuery query, ResourceOrder order, boolean ascending, Optional<Resource> mark, int size) {
        List<SortKey> keys = SortKey.of(order.by());
        RowFilter filter = queries.filter(query);
        List<Resource> found = new ArrayList<>();
        for (KindId kind : wanted(query)) {
            found.addAll(queries.read(kind, filter, keys, ascending, start(kind, mark, ascending), size + 1));
        }
        Comparator<Resource> natural = SortKey.comparator(keys)
                .thenComparingInt(resource -> kinds.place(resource.key().kind()));
        found.sort(ascending ? natural : natural.reversed());
        List<Resource> wanted = found.subList(0, Math.min(size, found.size()));
        return new Slice(rows.complete(wanted), found.size() > size);
    }

    /** Resources of several kinds that tie otherwise are ordered by their kinds. */
    private Start start(KindId kind, Optional<Resource> mark, boolean ascending) {
        if (mark.isEmpty()) {
            return Start.BEGINNING;
        }
        int difference = kinds.place(kind) - kinds.place(mark.get().key().kind());
        return new Start(mark.get(), ascending ? difference > 0 : difference < 0);
    }

    private List<KindId> wanted(ResourceQuery query) {
        return kinds.all().stream()
                .map(kind -> kind.kind().id())
                .filter(kind -> query.kinds().isEmpty() || query.kinds().contains(kind))
                .toList();
    }
}
