package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.api.Amounts;
import io.ansflow.kubernetes.simulated.api.Kinds;
import io.ansflow.kubernetes.simulated.store.Change;
import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.ObjectKey;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds a node for every pod: one that admits it, has room for it, and has the most room left. */
final class Scheduler implements Controller {
    private static final String COMPONENT = "default-scheduler";
    private static final int DIGITS = 3;

    private final Plane plane;
    private final Map<String, Load> loads = new HashMap<>();
    private final Set<ObjectKey> waiting = new LinkedHashSet<>();

    /** What is requested of a node: thousandths of a core, bytes, pods. */
    private static final class Load {
        private long milliCpu;
        private long memory;
        private long pods;

        void add(Entry pod, int sign) {
            milliCpu += sign * pod.milliCpu();
            memory += sign * pod.memory();
            pods += sign;
        }
    }

    Scheduler(Plane plane) {
        this.plane = plane;
    }

    /** Keeps account of what is requested, and tries again for pods that wait when there may be room for them. */
    void noticed(Change change) {
        ObjectKey key = change.key();
        if (key.type().equals(Kinds.POD.name())) {
            boolean before = takesRoom(change.before());
            boolean after = takesRoom(change.after());
            if (before && change.before() != null) {
                load(change.before().node()).add(change.before(), -1);
            }
            if (after && change.after() != null) {
                load(change.after().node()).add(change.after(), 1);
            }
            if (change.after() == null) {
                waiting.remove(key);
            }
            if (before && !after) {
                waiting.forEach(plane::look);
            }
        } else if (key.type().equals(Kinds.NODE.name())) {
            waiting.forEach(plane::look);
        }
    }

    private static boolean takesRoom(@Nullable Entry pod) {
        return pod != null
                && !pod.node().isEmpty()
                && !pod.phase().equals("Succeeded")
                && !pod.phase().equals("Failed");
    }

    private Load load(String node) {
        return loads.computeIfAbsent(node, any -> new Load());
    }

    @Override
    public void reconcile(Entry pod) {
        boolean settled =
                !pod.node().isEmpty() || pod.deleting() || !pod.phase().equals("Pending");
        if (settled) {
            waiting.remove(pod.key());
            return;
        }
        ObjectNode tree = pod.tree();
        if (!Tree.at(tree, "spec", "schedulingGates").isEmpty()) {
            return;
        }
        Map<String, Integer> reasons = new TreeMap<>();
        Optional<String> node = plane.store().all(Kinds.NODE.name()).stream()
                .map(Entry::tree)
                .filter(found -> admits(found, tree, pod, reasons))
                .max(Comparator.comparingDouble(this::room))
                .map(found -> Tree.text(found, "metadata", "name"));
        if (node.isPresent()) {
            bind(pod, tree, node.get());
        } else {
            fail(pod, tree, reasons);
        }
    }

    private void bind(Entry pod, ObjectNode tree, String node) {
        waiting.remove(pod.key());
        plane.writer().change(pod.key(), "kube-scheduler", changed -> PodPhases.scheduled(changed, node, plane.now()));
        plane.events()
                .normal(
                        tree,
                        COMPONENT,
                        "Scheduled",
                        "Successfully assigned " + pod.key().namespace() + "/"
                                + pod.key().name() + " to " + node);
    }

    private void fail(Entry pod, ObjectNode tree, Map<String, Integer> reasons) {
        int all = plane.store().all(Kinds.NODE.name()).size();
        String message = all == 0
                ? "no nodes available to schedule pods"
                : "0/" + all + " nodes are available: "
                        + reasons.entrySet().stream()
                                .map(reason -> reason.getValue() + " " + reason.getKey())
                                .collect(Collectors.joining(", "))
                        + ". preemption: 0/" + all + " nodes are available: " + all
                        + " No preemption victims found for incoming pod.";
        boolean first = waiting.add(pod.key());
        plane.writer()
                .status(pod.key(), "kube-scheduler", changed -> PodPhases.unschedulable(changed, message, plane.now()));
        if (first) {
            plane.events().warning(tree, COMPONENT, "FailedScheduling", message);
        }
    }

    private boolean admits(JsonNode node, JsonNode tree, Entry pod, Map<String, Integer> reasons) {
        String reason = obstacle(node, tree, pod);
        if (!reason.isEmpty()) {
            reasons.merge(reason, 1, Integer::sum);
        }
        return reason.isEmpty();
    }

    private String obstacle(JsonNode node, JsonNode tree, Entry pod) {
        if (Tree.at(node, "spec", "unschedulable").asBoolean(false)) {
            return "node(s) were unschedulable";
        }
        if (!Placement.selected(node, tree)) {
            return "node(s) didn't match Pod's node affinity/selector";
        }
        if (!Placement.tolerated(node, tree)) {
            return "node(s) had untolerated taint(s)";
        }
        Load load = load(Tree.text(node, "metadata", "name"));
        JsonNode allocatable = Tree.at(node, "status", "allocatable");
        if (load.milliCpu + pod.milliCpu() > milli(allocatable.path("cpu"))) {
            return "Insufficient cpu";
        }
        if (load.memory + pod.memory()
                > Amounts.value(allocatable.path("memory")).longValue()) {
            return "Insufficient memory";
        }
        return load.pods + 1 > Amounts.value(allocatable.path("pods")).longValue() ? "Too many pods" : "";
    }

    private double room(JsonNode node) {
        Load load = load(Tree.text(node, "metadata", "name"));
        JsonNode allocatable = Tree.at(node, "status", "allocatable");
        double cpu = load.milliCpu / (double) Math.max(1, milli(allocatable.path("cpu")));
        double memory = load.memory
                / Math.max(1, Amounts.value(allocatable.path("memory")).doubleValue());
        return 1 - Math.max(cpu, memory);
    }

    private static long milli(JsonNode cpu) {
        return Amounts.value(cpu).movePointRight(DIGITS).longValue();
    }
}
