package io.ansflow.kubernetes.simulated;

import io.ansflow.kubernetes.object.ListRequest;
import io.ansflow.kubernetes.object.ResourceType;
import io.ansflow.kubernetes.simulated.SimulatedCluster.Inside;
import io.ansflow.kubernetes.simulated.api.Caller;
import io.ansflow.kubernetes.simulated.api.Kinds;
import io.ansflow.kubernetes.simulated.api.Metrics;
import io.ansflow.kubernetes.simulated.control.Consumption;
import io.ansflow.kubernetes.simulated.control.Consumption.Use;
import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The objects of {@code metrics.k8s.io}: what pods and nodes consume in this moment. */
final class Measurements {
    private static final long KIB = 1024;

    /** What a node's own processes take. */
    private static final Use SYSTEM = new Use(180, 900L << 20);

    private final Inside inside;
    private final Caller caller;

    Measurements(Inside inside, Caller caller) {
        this.inside = inside;
        this.caller = caller;
    }

    List<ObjectNode> list(ListRequest request) {
        inside.api().authorize(caller, "list", request.type(), "", request.namespace(), "");
        return request.type().plural().equals("nodes") ? nodes() : pods(request.namespace());
    }

    private List<ObjectNode> pods(String namespace) {
        return running(namespace).stream().map(this::pod).toList();
    }

    private ObjectNode pod(Entry entry) {
        ObjectNode tree = entry.tree();
        ObjectNode metrics = object(Metrics.PODS, entry);
        ArrayNode containers = metrics.putArray("containers");
        for (JsonNode container : Tree.at(tree, "spec", "containers")) {
            write(
                    containers.addObject().put("name", Tree.text(container, "name")),
                    Consumption.of(inside.store(), tree, container, inside.now()));
        }
        return metrics;
    }

    private List<ObjectNode> nodes() {
        Map<String, Use> byNode = new HashMap<>();
        for (Entry entry : running("")) {
            ObjectNode tree = entry.tree();
            for (JsonNode container : Tree.at(tree, "spec", "containers")) {
                byNode.merge(
                        entry.node(), Consumption.of(inside.store(), tree, container, inside.now()), Measurements::sum);
            }
        }
        return inside.store().all(Kinds.NODE.name()).stream()
                .filter(Entry::ready)
                .map(node -> {
                    ObjectNode metrics = object(Metrics.NODES, node);
                    write(metrics, sum(SYSTEM, byNode.getOrDefault(node.key().name(), new Use(0, 0))));
                    return metrics;
                })
                .toList();
    }

    private Collection<Entry> running(String namespace) {
        Collection<Entry> all = namespace.isEmpty()
                ? inside.store().all(Kinds.POD.name())
                : inside.store().all(Kinds.POD.name(), namespace);
        return all.stream().filter(pod -> pod.phase().equals("Running")).toList();
    }

    private ObjectNode object(ResourceType type, Entry entry) {
        ObjectNode metrics = Tree.object().put("apiVersion", type.apiVersion()).put("kind", type.kind());
        ObjectNode metadata =
                metrics.putObject("metadata").put("name", entry.key().name());
        if (type.namespaced()) {
            metadata.put("namespace", entry.key().namespace());
        }
        metadata.put("creationTimestamp", Tree.stamp(inside.now()));
        metrics.put("timestamp", Tree.stamp(inside.now())).put("window", "15s");
        return metrics;
    }

    private static void write(ObjectNode node, Use use) {
        node.putObject("usage").put("cpu", use.milliCpu() + "m").put("memory", use.bytes() / KIB + "Ki");
    }

    private static Use sum(Use one, Use other) {
        return new Use(one.milliCpu() + other.milliCpu(), one.bytes() + other.bytes());
    }
}
