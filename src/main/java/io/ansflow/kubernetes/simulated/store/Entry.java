package io.ansflow.kubernetes.simulated.store;

import io.ansflow.kubernetes.object.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One version of an object. Most of it is packed: a simulated cluster may have many thousands. What is asked for again and
 * again stands beside it.
 */
public final class Entry {
    private static final BigDecimal MILLI = new BigDecimal("0.001");

    private final ObjectKey key;
    private final String uid;
    private final long version;
    private final String phase;
    private final String node;
    private final boolean deleting;
    private final boolean ready;
    private final long milliCpu;
    private final long memory;
    private final List<String> owners;
    private final byte[] packed;

    Entry(ObjectKey key, long version, ObjectNode tree) {
        this.key = key;
        this.version = version;
        JsonNode metadata = tree.path("metadata");
        this.uid = Tree.text(metadata, "uid");
        this.phase = Tree.text(tree, "status", "phase").intern();
        this.node = Tree.text(tree, "spec", "nodeName").intern();
        this.deleting = metadata.has("deletionTimestamp");
        JsonNode condition = Tree.condition(tree, "Ready");
        this.ready = condition != null && Tree.text(condition, "status").equals("True");
        boolean pod = key.type().equals("pods");
        this.milliCpu = pod ? requested(tree, "cpu", MILLI) : 0;
        this.memory = pod ? requested(tree, "memory", BigDecimal.ONE) : 0;
        this.owners = metadata.path("ownerReferences").isEmpty()
                ? List.of()
                : Tree.elements(metadata.path("ownerReferences")).stream()
                        .map(owner -> Tree.text(owner, "uid"))
                        .toList();
        this.packed = Packing.pack(tree);
    }

    private static long requested(ObjectNode pod, String resource, BigDecimal unit) {
        return Tree.elements(Tree.at(pod, "spec", "containers")).stream()
                .map(container -> Tree.text(container, "resources", "requests", resource))
                .flatMap(amount -> Quantity.parse(amount).stream())
                .map(amount -> amount.value().divide(unit, 0, RoundingMode.UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .longValue();
    }

    public ObjectKey key() {
        return key;
    }

    public String uid() {
        return uid;
    }

    public long version() {
        return version;
    }

    /** {@code status.phase}; empty if there is none. */
    public String phase() {
        return phase;
    }

    /** {@code spec.nodeName}; empty if there is none. */
    public String node() {
        return node;
    }

    public boolean deleting() {
        return deleting;
    }

    /** Whether its condition {@code Ready} is true. */
    public boolean ready() {
        return ready;
    }

    /** What the containers of a pod request of a processor, in thousandths of a core. */
    public long milliCpu() {
        return milliCpu;
    }

    /** What the containers of a pod request of memory, in bytes. */
    public long memory() {
        return memory;
    }

    /** The uids of its owners. */
    public List<String> owners() {
        return owners;
    }

    /** The object, the caller's own. */
    public ObjectNode tree() {
        return Packing.unpack(packed);
    }
}
