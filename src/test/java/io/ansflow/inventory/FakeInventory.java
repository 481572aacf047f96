package io.ansflow.inventory;

import io.ansflow.base.ClusterId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An inventory in memory, for tests of what stands on it: has the real kinds, and remembers what was asked. */
public class FakeInventory implements Inventory, InventorySync {
    public final List<ClusterId> syncsRequested = new CopyOnWriteArrayList<>();
    /** From where on slices were read. */
    public final List<Position> positions = new CopyOnWriteArrayList<>();

    private final Map<ResourceKey, Resource> resources = new LinkedHashMap<>();
    private final Map<ClusterId, List<KindState>> states = new LinkedHashMap<>();
    private final Map<ClusterId, RunningSync> running = new LinkedHashMap<>();
    private final Set<KindId> unreadable = new HashSet<>();
    private int namespaceCounts;
    private long counted = Long.MAX_VALUE;
    private @Nullable RuntimeException failure;

    public synchronized FakeInventory with(Resource... some) {
        List.of(some).forEach(resource -> resources.put(resource.key(), resource));
        return this;
    }

    public synchronized void remove(ResourceKey key) {
        resources.remove(key);
    }

    public synchronized void clear() {
        syncsRequested.clear();
        positions.clear();
        resources.clear();
        states.clear();
        running.clear();
        unreadable.clear();
        namespaceCounts = 0;
        counted = Long.MAX_VALUE;
        failure = null;
    }

    /** How well the kinds of a cluster are known. */
    public synchronized void states(long cluster, KindState... some) {
        states.put(new ClusterId(cluster), List.of(some));
    }

    /** A sync is under way, or is not if null. */
    public synchronized void running(long cluster, @Nullable RunningSync sync) {
        if (sync == null) {
            running.remove(new ClusterId(cluster));
        } else {
            running.put(new ClusterId(cluster), sync);
        }
    }

    /** Counts no further than this. */
    public void countingUpTo(long limit) {
        counted = limit;
    }

    /** From now on nothing can be read, or can be again if null. */
    public void failing(@Nullable RuntimeException problem) {
        failure = problem;
    }

    @Override
    public List<Kind> kinds() {
        return Kinds.ALL.stream().map(ResourceKind::kind).toList();
    }

    @Override
    public Optional<Kind> kind(String name) {
        return kinds().stream()
                .filter(kind -> kind.id().value().equals(name) || kind.name().equalsIgnoreCase(name))
                .findFirst();
    }

    @Override
    public synchronized Slice slice(ResourceQuery query, ResourceOrder order, Position from, int size) {
        positions.add(from);
        Comparator<Resource> natural = comparator(order);
        List<Resource> all = found(query).sorted(natural).toList();
        return switch (from) {
            case Position.First() -> first(all, size);
            case Position.Last() -> last(all, size);
            case Position.After(Resource mark) ->
                first(all.stream().filter(row -> natural.compare(row, mark) > 0).toList(), size);
            case Position.Before(Resource mark) ->
                last(all.stream().filter(row -> natural.compare(row, mark) < 0).toList(), size);
        };
    }

    private Comparator<Resource> comparator(ResourceOrder order) {
        List<KindId> kinds = kinds().stream().map(Kind::id).toList();
        Comparator<Resource> natural = SortKey.comparator(SortKey.of(order.by()))
                .thenComparingInt(resource -> kinds.indexOf(resource.key().kind()));
        return order.descending() ? natural.reversed() : natural;
    }

    private static Slice first(List<Resource> rows, int size) {
        return new Slice(rows.subList(0, Math.min(size, rows.size())), rows.size() > size);
    }

    private static Slice last(List<Resource> rows, int size) {
        return new Slice(rows.subList(Math.max(0, rows.size() - size), rows.size()), rows.size() > size);
    }

    @Override
    public synchronized Count count(ResourceQuery query) {
        long all = found(query).count();
        return all > counted ? new Count(counted, false) : new Count(all, true);
    }

    @Override
    public synchronized Optional<Resource> find(ResourceKey key) {
        fail();
        return Optional.ofNullable(resources.get(key));
    }

    @Override
    public synchronized List<String> namespaces(Set<ClusterId> clusters, String prefix, int limit) {
        return resources.values().stream()
                .filter(resource ->
                        clusters.isEmpty() || clusters.contains(resource.key().cluster()))
                .map(Resource::namespace)
                .filter(namespace -> !namespace.isEmpty() && namespace.startsWith(prefix))
                .distinct()
                .sorted()
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Map<ResourceKey, Map<KindId, Long>> counts(
            Collection<ResourceKey> namespaces, Set<KindId> wanted) {
        namespaceCounts++;
        Map<ResourceKey, Map<KindId, Long>> counts = new LinkedHashMap<>();
        for (ResourceKey namespace : namespaces) {
            Map<KindId, Long> known = new LinkedHashMap<>();
            for (KindId kind : wanted) {
                if (!unreadable.contains(kind)) {
                    ResourceQuery query = ResourceQuery.of(kind)
                            .clusters(Set.of(namespace.cluster()))
                            .namespaces(Set.of(namespace.name()));
                    known.put(kind, found(query).count());
                }
            }
            counts.put(namespace, known);
        }
        return counts;
    }

    /** Of these kinds it is not known how many there are. */
    public synchronized void unreadable(String... some) {
        Stream.of(some).map(KindId::new).forEach(unreadable::add);
    }

    /** How often numbers in namespaces were asked for. */
    public synchronized int namespaceCounts() {
        return namespaceCounts;
    }

    private Stream<Resource> found(ResourceQuery query) {
        fail();
        return new ArrayList<>(resources.values())
                .stream()
                        .filter(row -> in(query.kinds(), row.key().kind()))
                        .filter(row -> in(query.clusters(), row.key().cluster()))
                        .filter(row -> in(query.namespaces(), row.namespace()))
                        .filter(row -> in(query.health(), row.health()))
                        .filter(row -> query.labels().stream().allMatch(label -> has(row, label)))
                        .filter(row -> SearchTerms.words(query.text()).stream().allMatch(word -> has(row, word)));
    }

    private static <T> boolean in(Set<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static boolean has(Resource row, ResourceQuery.Label label) {
        String value = row.labels().get(label.key());
        return value != null && (label.value() == null || value.equals(label.value()));
    }

    private static boolean has(Resource row, String word) {
        String text = SearchTerms.text(
                row.name(),
                row.namespace(),
                row.labels(),
                List.copyOf(row.cells().values()));
        return SearchTerms.marked(word).stream().anyMatch(text::contains);
    }

    private void fail() {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void request(ClusterId id) {
        syncsRequested.add(id);
    }

    @Override
    public List<KindResult> run(ClusterId id, boolean full, Consumer<RunningSync> progress) {
        throw new UnsupportedOperationException("Views do not wait for syncs");
    }

    @Override
    public synchronized Optional<RunningSync> running(ClusterId id) {
        return Optional.ofNullable(running.get(id));
    }

    @Override
    public synchronized List<KindState> states(ClusterId id) {
        fail();
        return states.getOrDefault(id, List.of());
    }

    @Override
    public synchronized List<KindState> states() {
        fail();
        return states.values().stream().flatMap(List::stream).toList();
    }
}
