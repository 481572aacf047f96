package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.api.Amounts;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The nodes of a cluster that is given a past, and what is left of each. */
final class Rooms {
    private static final double THOUSAND = 1000;
    private static final int MOST_PODS = 105;

    private final Map<String, Room> rooms = new HashMap<>();

    private static final class Room {
        private final JsonNode node;
        private final double allCpu;
        private final double allMemory;
        private double cpu;
        private double memory;
        private int pods;

        Room(JsonNode node) {
            this.node = node;
            this.allCpu =
                    Amounts.value(Tree.at(node, "status", "allocatable", "cpu")).doubleValue();
            this.allMemory = Amounts.value(Tree.at(node, "status", "allocatable", "memory"))
                    .doubleValue();
        }

        String name() {
            return Tree.text(node, "metadata", "name");
        }

        boolean takes(double moreCpu, double moreMemory) {
            return cpu + moreCpu <= allCpu && memory + moreMemory <= allMemory && pods < MOST_PODS;
        }

        double load() {
            return Math.max(cpu / allCpu, memory / allMemory) + pods / THOUSAND;
        }
    }

    void add(ObjectNode node) {
        Room room = new Room(node);
        rooms.put(room.name(), room);
    }

    /** The nodes, by name. */
    List<JsonNode> nodes() {
        return rooms.values().stream()
                .sorted(Comparator.comparing(Room::name))
                .map(room -> room.node)
                .toList();
    }

    /** The name of the node that a pod runs on: the one it names, or else the one with most room; empty if none takes it. */
    Optional<String> find(ObjectNode pod) {
        String fixed = Tree.text(pod, "spec", "nodeName");
        return fixed.isEmpty() ? roomiest(pod) : Optional.of(fixed).filter(rooms::containsKey);
    }

    /** The name of the node with most room among those that take a pod. */
    Optional<String> roomiest(ObjectNode pod) {
        double cpu = requested(pod, "cpu");
        double memory = requested(pod, "memory");
        return rooms.values().stream()
                .filter(room -> room.takes(cpu, memory)
                        && !Tree.at(room.node, "spec", "unschedulable").asBoolean(false)
                        && Placement.admits(room.node, pod))
                .min(Comparator.comparingDouble(Room::load).thenComparing(Room::name))
                .map(Room::name);
    }

    /** Takes what a pod requests from a node that is there. */
    void take(String node, ObjectNode pod) {
        Room room = Objects.requireNonNull(rooms.get(node));
        room.cpu += requested(pod, "cpu");
        room.memory += requested(pod, "memory");
        room.pods++;
    }

    private static double requested(ObjectNode pod, String resource) {
        return Amounts.ofPod(pod, "requests")
                .getOrDefault(resource, BigDecimal.ZERO)
                .doubleValue();
    }

    /** The address of a node; empty if there is no such node. */
    String address(String node) {
        Room room = rooms.get(node);
        return room == null
                ? ""
                : Tree.text(Tree.at(room.node, "status", "addresses").path(0), "address");
    }
}
