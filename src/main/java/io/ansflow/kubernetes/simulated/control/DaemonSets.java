package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.api.Ids;
import io.ansflow.kubernetes.simulated.api.Kinds;
import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps a pod on every node that is meant. */
final class DaemonSets implements Controller {
    private static final String COMPONENT = "daemonset-controller";
    private static final List<String> TOLERATED = List.of(
            "node.kubernetes.io/not-ready",
            "node.kubernetes.io/unreachable",
            "node.kubernetes.io/disk-pressure",
            "node.kubernetes.io/memory-pressure",
            "node.kubernetes.io/pid-pressure",
            "node.kubernetes.io/unschedulable");

    private final Plane plane;
    private final PodControl control;

    DaemonSets(Plane plane) {
        this.plane = plane;
        this.control = new PodControl(plane, COMPONENT);
    }

    @Override
    public void reconcile(Entry entry) {
        ObjectNode set = entry.tree();
        String hash = hash(set);
        List<String> meant = meant(set);
        if (!entry.deleting()) {
            step(entry, set, hash, meant);
        }
        if (plane.store().find(entry.key()) != null) {
            writeStatus(entry, hash, meant);
        }
    }

    static String hash(JsonNode set) {
        return Ids.hash(Tree.at(set, "spec", "template").toString());
    }

    private List<String> meant(ObjectNode set) {
        ObjectNode pod = pod(set, hash(set), "");
        return plane.store().all(Kinds.NODE.name()).stream()
                .map(Entry::tree)
                .filter(node -> Placement.admits(node, pod))
                .map(node -> Tree.text(node, "metadata", "name"))
                .toList();
    }

    private void step(Entry entry, ObjectNode set, String hash, List<String> meant) {
        Map<String, Entry> byNode = new HashMap<>();
        List<Entry> outdated = new ArrayList<>();
        int unavailable = 0;
        for (Entry pod : plane.owned(Kinds.POD, entry.uid())) {
            byNode.put(pod.node(), pod);
            boolean ended = pod.phase().equals("Failed") || pod.phase().equals("Succeeded");
            if (!pod.deleting() && (!meant.contains(pod.node()) || ended)) {
                control.delete(set, pod);
            } else if (!hash.equals(hashOf(pod))) {
                outdated.add(pod);
            }
            unavailable += pod.ready() && !pod.deleting() ? 0 : 1;
        }
        for (String node : meant) {
            if (!byNode.containsKey(node)) {
                control.create(set, pod(set, hash, node));
                unavailable++;
            }
        }
        if (!Tree.text(set, "spec", "updateStrategy", "type").equals("OnDelete")) {
            replace(set, outdated, unavailable, meant.size());
        }
    }

    /** What does not work anyway goes first, and of the others as many as may be unavailable. */
    private void replace(ObjectNode set, List<Entry> outdated, int unavailable, int all) {
        JsonNode most = Tree.at(set, "spec", "updateStrategy", "rollingUpdate", "maxUnavailable");
        int allowed = Math.max(1, Rollout.share(most, all, RoundingMode.UP)) - unavailable;
        for (Entry pod : outdated) {
            if (pod.deleting()) {
                continue;
            }
            if (!pod.ready()) {
                control.delete(set, pod);
            } else if (allowed > 0) {
                allowed--;
                control.delete(set, pod);
            }
        }
    }

    private static String hashOf(Entry pod) {
        return Tree.at(pod.tree(), "metadata", "labels")
                .path(StatefulPods.REVISION)
                .asString("");
    }

    /** The pod for a node. */
    static ObjectNode pod(ObjectNode set, String hash, String node) {
        ObjectNode pod = Plane.pod(set);
        ObjectNode metadata = Tree.child(pod, "metadata");
        metadata.put("generateName", Tree.text(set, "metadata", "name") + "-");
        Tree.child(metadata, "labels").put(StatefulPods.REVISION, hash).put("pod-template-generation", "1");
        ObjectNode spec = Tree.child(pod, "spec");
        if (!node.isEmpty()) {
            spec.put("nodeName", node);
        }
        ArrayNode tolerations = Tree.list(spec, "tolerations");
        for (String taint : TOLERATED) {
            String effect = taint.endsWith("ready") || taint.endsWith("reachable") ? "NoExecute" : "NoSchedule";
            tolerations.addObject().put("key", taint).put("operator", "Exists").put("effect", effect);
        }
        return pod;
    }

    private void writeStatus(Entry entry, String hash, List<String> meant) {
        List<Entry> pods = plane.owned(Kinds.POD, entry.uid()).stream()
                .filter(pod -> meant.contains(pod.node()) && !pod.deleting())
                .toList();
        long ready = pods.stream().filter(Entry::ready).count();
        long updated = pods.stream().filter(pod -> hash.equals(hashOf(pod))).count();
        plane.writer().status(entry.key(), Plane.MANAGER, set -> {
            ObjectNode status = Tree.child(set, "status");
            status.put("currentNumberScheduled", pods.size());
            status.put("numberMisscheduled", 0);
            status.put("desiredNumberScheduled", meant.size());
            status.put("numberReady", (int) ready);
            status.put("observedGeneration", Tree.number(set, 1, "metadata", "generation"));
            ReplicaSets.count(status, "updatedNumberScheduled", updated);
            ReplicaSets.count(status, "numberAvailable", ready);
            ReplicaSets.count(status, "numberUnavailable", meant.size() - ready);
        });
    }
}
