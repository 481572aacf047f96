package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.api.Kinds;
import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.ObjectKey;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Taints nodes that nothing should be scheduled to, and tells the pods of a node that has gone silent. */
final class Nodes implements Controller {
    private static final String COMPONENT = "node-controller";
    private static final Duration EVICTION = Duration.ofMinutes(5);
    private static final Map<String, String> TAINTS = Map.of(
            "node.kubernetes.io/unschedulable", "NoSchedule",
            "node.kubernetes.io/unreachable", "NoExecute");

    private final Plane plane;

    Nodes(Plane plane) {
        this.plane = plane;
    }

    @Override
    public void reconcile(Entry entry) {
        ObjectNode node = entry.tree();
        boolean cordoned = Tree.at(node, "spec", "unschedulable").asBoolean(false);
        boolean silent = Tree.condition(node, "Ready") != null && !entry.ready();
        boolean taintedCordoned = tainted(node, "node.kubernetes.io/unschedulable");
        boolean taintedSilent = tainted(node, "node.kubernetes.io/unreachable");
        if (cordoned != taintedCordoned) {
            taint(entry.key(), "node.kubernetes.io/unschedulable", cordoned);
        }
        if (silent != taintedSilent) {
            taint(entry.key(), "node.kubernetes.io/unreachable", silent);
        }
        plane.store().all("daemonsets.apps").forEach(set -> plane.look(set.key()));
    }

    /** The node stops to answer. */
    void silence(ObjectKey node) {
        Instant now = plane.now();
        ObjectNode tree = plane.writer().status(node, Plane.MANAGER, changed -> {
            for (String type : List.of("MemoryPressure", "DiskPressure", "PIDPressure", "Ready")) {
                ObjectNode condition = Tree.setCondition(
                        changed, type, false, "NodeStatusUnknown", "Kubelet stopped posting node status.", now);
                condition.put("status", "Unknown").put("lastTransitionTime", Tree.stamp(now));
            }
        });
        plane.events().normal(tree, COMPONENT, "NodeNotReady", "Node " + node.name() + " status is now: NodeNotReady");
        for (Entry pod : plane.store().all(Kinds.POD.name())) {
            if (pod.node().equals(node.name())) {
                plane.writer()
                        .status(
                                pod.key(),
                                Plane.MANAGER,
                                changed -> Tree.setCondition(changed, "Ready", false, "", "", now));
            }
        }
        plane.timeline().after(EVICTION, () -> evict(node));
    }

    /** The node answers again. */
    void wake(ObjectKey node) {
        Instant now = plane.now();
        ObjectNode tree = plane.writer().status(node, "kubelet", changed -> working(changed, now));
        plane.events().normal(tree, COMPONENT, "NodeReady", "Node " + node.name() + " status is now: NodeReady");
        for (Entry pod : plane.store().all(Kinds.POD.name())) {
            if (pod.node().equals(node.name())) {
                plane.look(pod.key());
                if (!pod.deleting() && pod.phase().equals("Running")) {
                    plane.writer().status(pod.key(), "kubelet", changed -> PodPhases.ready(changed, now));
                }
            }
        }
    }

    /** The conditions of a node that works. */
    static void working(ObjectNode node, Instant now) {
        Tree.setCondition(
                node,
                "MemoryPressure",
                false,
                "KubeletHasSufficientMemory",
                "kubelet has sufficient memory available",
                now);
        Tree.setCondition(node, "DiskPressure", false, "KubeletHasNoDiskPressure", "kubelet has no disk pressure", now);
        Tree.setCondition(
                node, "PIDPressure", false, "KubeletHasSufficientPID", "kubelet has sufficient PID available", now);
        Tree.setCondition(node, "Ready", true, "KubeletReady", "kubelet is posting ready status", now);
        for (JsonNode condition : Tree.at(node, "status", "conditions")) {
            ((ObjectNode) condition).put("lastHeartbeatTime", Tree.stamp(now));
        }
    }

    private void evict(ObjectKey node) {
        Entry entry = plane.store().find(node);
        if (entry == null || entry.ready()) {
            return;
        }
        for (Entry pod : plane.store().all(Kinds.POD.name())) {
            if (pod.node().equals(node.name()) && !pod.deleting() && !tolerates(pod.tree())) {
                plane.events()
                        .normal(
                                pod.tree(),
                                COMPONENT,
                                "TaintManagerEviction",
                                "Marking for deletion Pod " + pod.key().namespace() + "/"
                                        + pod.key().name());
                plane.delete(pod);
            }
        }
    }

    private static boolean tolerates(JsonNode pod) {
        return Tree.elements(Tree.at(pod, "spec", "tolerations")).stream()
                .anyMatch(toleration -> !toleration.has("tolerationSeconds")
                        && List.of("", "node.kubernetes.io/unreachable").contains(Tree.text(toleration, "key")));
    }

    private static boolean tainted(JsonNode node, String key) {
        return Tree.elements(Tree.at(node, "spec", "taints")).stream()
                .anyMatch(taint -> Tree.text(taint, "key").equals(key));
    }

    private void taint(ObjectKey node, String key, boolean wanted) {
        plane.writer().change(node, Plane.MANAGER, changed -> {
            ArrayNode taints = Tree.array();
            Tree.at(changed, "spec", "taints").forEach(taint -> {
                if (!Tree.text(taint, "key").equals(key)) {
                    taints.add(taint);
                }
            });
            if (wanted) {
                taints.addObject()
                        .put("key", key)
                        .put("effect", TAINTS.get(key))
                        .put("timeAdded", Tree.stamp(plane.now()));
            }
            ObjectNode spec = Tree.child(changed, "spec");
            spec.remove("taints");
            if (!taints.isEmpty()) {
                spec.set("taints", taints);
            }
        });
    }
}
