package io.ansflow.kubernetes.simulated.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The objects of one cluster, as etcd keeps them: one counter of versions for all, and a memory of what changed lately.
 * Not shared between threads without a lock.
 */
public final class Store {
    private final NavigableMap<ObjectKey, Entry> entries = new TreeMap<>();
    private final Map<String, SequencedSet<ObjectKey>> owned = new HashMap<>();
    private final Deque<Change> history = new ArrayDeque<>();
    private final List<Consumer<Change>> listeners = new ArrayList<>();
    private final int memory;
    private long version;
    private long compacted;

    /**
     * @param first the version before the first; of a cluster that is made anew it has to be later than all before
     * @param memory how many changes are remembered
     */
    public Store(long first, int memory) {
        this.version = first;
        this.compacted = first;
        this.memory = memory;
    }

    /** From now on told of every change, while it is made. */
    public void listen(Consumer<Change> listener) {
        listeners.add(listener);
    }

    public long version() {
        return version;
    }

    public @Nullable Entry find(ObjectKey key) {
        return entries.get(key);
    }

    public Optional<ObjectNode> read(ObjectKey key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::tree);
    }

    /** All of a type, in order. */
    public Collection<Entry> all(String type) {
        return List.copyOf(entries.subMap(new ObjectKey(type, "", ""), new ObjectKey(type + '\0', "", ""))
                .values());
    }

    /** All of a type in a namespace, in order. */
    public Collection<Entry> all(String type, String namespace) {
        return List.copyOf(entries.subMap(new ObjectKey(type, namespace, ""), new ObjectKey(type, namespace + '\0', ""))
                .values());
    }

    /** What has this uid among its owners. */
    public List<Entry> owned(String uid) {
        SequencedSet<ObjectKey> keys = owned.get(uid);
        return keys == null
                ? List.of()
                : keys.stream()
                        .map(key -> Objects.requireNonNull(entries.get(key)))
                        .toList();
    }

    public int size() {
        return entries.size();
    }

    public Collection<Entry> all() {
        return List.copyOf(entries.values());
    }

    /** Keeps a new version of an object, whose resourceVersion is set. */
    public Entry put(ObjectKey key, ObjectNode tree) {
        version++;
        Tree.child(tree, "metadata").put("resourceVersion", String.valueOf(version));
        Entry after = new Entry(key, version, tree);
        Entry before = entries.put(key, after);
        if (before == null || !before.owners().equals(after.owners())) {
            if (before != null) {
                disown(before);
            }
            after.owners()
                    .forEach(uid ->
                            owned.computeIfAbsent(uid, any -> new TreeSet<>()).add(key));
        }
        tell(new Change(version, before, after));
        return after;
    }

    public void remove(ObjectKey key) {
        Entry before = entries.remove(key);
        if (before != null) {
            version++;
            disown(before);
            tell(new Change(version, before, null));
        }
    }

    /** What changed after a version, in order; empty if it is not remembered, or of a time to come. */
    public Optional<List<Change>> since(long since) {
        if (since < compacted || since > version) {
            return Optional.empty();
        }
        return Optional.of(
                history.stream().filter(change -> change.version() > since).toList());
    }

    /** Forgets what changed until now. */
    public void compact() {
        history.clear();
        compacted = version;
    }

    private void tell(Change change) {
        history.add(change);
        while (history.size() > memory) {
            compacted = history.remove().version();
        }
        listeners.forEach(listener -> listener.accept(change));
    }

    private void disown(Entry entry) {
        entry.owners().forEach(uid -> {
            SequencedSet<ObjectKey> keys = owned.get(uid);
            if (keys != null) {
                keys.remove(entry.key());
                if (keys.isEmpty()) {
                    owned.remove(uid);
                }
            }
        });
    }
}
