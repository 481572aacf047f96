package io.ansflow.operation;

import io.ansflow.base.Text;
import io.ansflow.kubernetes.ClusterFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Operations in memory, which go as far as a test lets them. */
public class FakeOperations implements Operations {
    private static final Instant REQUESTED = Instant.parse("2026-03-01T12:00:00Z");

    private final Map<Long, Entry> entries = new ConcurrentSkipListMap<>(Comparator.reverseOrder());
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final ApplicationEventPublisher events;

    public FakeOperations(ApplicationEventPublisher events) {
        this.events = events;
    }

    private record Entry(Text title, List<OperationItem> items) {}

    public void clear() {
        entries.clear();
        calls.clear();
    }

    /** {@code stop 1}, {@code retry 1} … in the order in which they were called. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** A new operation whose objects all wait. */
    public OperationId add(Text title, Target... targets) {
        OperationId id = new OperationId(entries.keySet().stream().findFirst().orElse(0L) + 1);
        List<OperationItem> items = IntStream.range(0, targets.length)
                .mapToObj(place -> item(place, targets[place], ItemState.WAITING, null))
                .toList();
        entries.put(id.value(), new Entry(title, new CopyOnWriteArrayList<>(items)));
        events.publishEvent(new OperationChanged(id));
        return id;
    }

    /** The object is as far as that now. */
    public void move(OperationId id, int place, ItemState state, @Nullable ClusterFailure failure) {
        List<OperationItem> items = entry(id).items();
        items.set(place, item(place, items.get(place).target(), state, failure));
        events.publishEvent(new OperationChanged(id));
    }

    @Override
    public List<Operation> recent(long before, int limit) {
        return entries.keySet().stream()
                .filter(id -> id < before)
                .limit(limit)
                .map(id -> operation(new OperationId(id)))
                .toList();
    }

    @Override
    public Optional<Operation> find(OperationId id) {
        return entries.containsKey(id.value()) ? Optional.of(operation(id)) : Optional.empty();
    }

    @Override
    public List<OperationItem> items(OperationId id) {
        var entry = entries.get(id.value());
        return entry == null ? List.of() : entry.items();
    }

    @Override
    public void stop(OperationId id) {
        calls.add("stop " + id);
    }

    @Override
    public void retry(OperationId id) {
        calls.add("retry " + id);
    }

    private Operation operation(OperationId id) {
        Map<ItemState, Integer> counts = new EnumMap<>(ItemState.class);
        List<OperationItem> items = new ArrayList<>(entry(id).items());
        items.forEach(item -> counts.merge(item.state(), 1, Integer::sum));
        boolean open = items.stream().anyMatch(item -> item.state().open());
        return new Operation(
                id, "test", entry(id).title(), "lilei", REQUESTED, open ? null : REQUESTED.plusSeconds(9), counts);
    }

    private Entry entry(OperationId id) {
        return Optional.ofNullable(entries.get(id.value())).orElseThrow();
    }

    private static OperationItem item(int place, Target target, ItemState state, @Nullable ClusterFailure failure) {
        return new OperationItem(
                place,
                target,
                "cluster " + target.cluster(),
                Text.of("workload.bulk.restart"),
                state,
                failure,
                state == ItemState.WAITING ? null : REQUESTED,
                state.open() ? null : REQUESTED.plusSeconds(9));
    }
}
