package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.api.Kinds;
import io.ansflow.kubernetes.simulated.api.Rejection;
import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.ObjectKey;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes numbered pods one after the other, and takes the last one first; each has its volumes. */
final class StatefulSets implements Controller {
    private static final String COMPONENT = "statefulset-controller";
    private static final Duration RETRY = Duration.ofSeconds(20);

    private final Plane plane;

    StatefulSets(Plane plane) {
        this.plane = plane;
    }

    @Override
    public void reconcile(Entry entry) {
        ObjectNode set = entry.tree();
        if (!entry.deleting()) {
            step(entry, set, StatefulPods.revision(set));
        }
        if (plane.store().find(entry.key()) != null) {
            writeStatus(entry, StatefulPods.revision(set));
        }
    }

    /** One pod is made, changed or removed at a time, and the next only when all before it are ready. */
    private void step(Entry entry, ObjectNode set, String revision) {
        Map<Integer, Entry> pods = pods(entry);
        int wanted = Tree.number(set, 1, "spec", "replicas");
        boolean parallel = Tree.text(set, "spec", "podManagementPolicy").equals("Parallel");
        for (int i = 0; i < wanted; i++) {
            Entry pod = pods.get(i);
            if (pod != null && (pod.phase().equals("Failed") || pod.phase().equals("Succeeded")) && !pod.deleting()) {
                plane.delete(pod);
                return;
            }
            if (pod == null && !create(entry, set, i, revision)) {
                return;
            }
            if (!parallel && (pod == null || !pod.ready() || pod.deleting())) {
                return;
            }
        }
        List<Entry> surplus = pods.entrySet().stream()
                .filter(pod -> pod.getKey() >= wanted)
                .sorted(Map.Entry.<Integer, Entry>comparingByKey(Comparator.reverseOrder()))
                .map(Map.Entry::getValue)
                .toList();
        if (!surplus.isEmpty()) {
            surplus.stream().limit(parallel ? surplus.size() : 1).forEach(pod -> remove(set, pod));
        } else {
            update(set, pods, revision);
        }
    }

    private void update(ObjectNode set, Map<Integer, Entry> pods, String revision) {
        boolean steady = pods.values().stream().allMatch(pod -> pod.ready() && !pod.deleting());
        if (!steady || Tree.text(set, "spec", "updateStrategy", "type").equals("OnDelete")) {
            return;
        }
        int partition = Tree.number(set, 0, "spec", "updateStrategy", "rollingUpdate", "partition");
        pods.entrySet().stream()
                .filter(pod -> pod.getKey() >= partition && !revision.equals(revisionOf(pod.getValue())))
                .max(Map.Entry.comparingByKey())
                .ifPresent(pod -> remove(set, pod.getValue()));
    }

    private static String revisionOf(Entry pod) {
        return Tree.at(pod.tree(), "metadata", "labels")
                .path(StatefulPods.REVISION)
                .asString("");
    }

    private void remove(ObjectNode set, Entry pod) {
        if (!pod.deleting()) {
            String name = pod.key().name();
            plane.events()
                    .normal(
                            set,
                            COMPONENT,
                            "SuccessfulDelete",
                            "delete Pod " + name + " in StatefulSet " + Tree.text(set, "metadata", "name")
                                    + " successful");
            plane.delete(pod);
        }
    }

    private Map<Integer, Entry> pods(Entry set) {
        Map<Integer, Entry> pods = new TreeMap<>();
        for (Entry pod : plane.owned(Kinds.POD, set.uid())) {
            String name = pod.key().name();
            pods.put(Integer.parseInt(name.substring(name.lastIndexOf('-') + 1)), pod);
        }
        return pods;
    }

    private boolean create(Entry entry, ObjectNode set, int number, String revision) {
        String namespace = entry.key().namespace();
        String name = entry.key().name() + "-" + number;
        ObjectNode pod = StatefulPods.pod(set, number, revision);
        try {
            claims(set, namespace, name);
            plane.writer().create(Kinds.POD, namespace, pod, Plane.MANAGER);
        } catch (Rejection e) {
            plane.events()
                    .warning(
                            set,
                            COMPONENT,
                            "FailedCreate",
                            "create Pod " + name + " in StatefulSet "
                                    + entry.key().name() + " failed error: "
                                    + e.failure().arguments().getLast());
            plane.lookAfter(RETRY, entry.key());
            return false;
        }
        plane.events()
                .normal(
                        set,
                        COMPONENT,
                        "SuccessfulCreate",
                        "create Pod " + name + " in StatefulSet " + entry.key().name() + " successful");
        return true;
    }

    private void claims(ObjectNode set, String namespace, String pod) {
        for (JsonNode template : Tree.at(set, "spec", "volumeClaimTemplates")) {
            ObjectNode claim = StatefulPods.claim(set, template, pod);
            ObjectKey key = Kinds.CLAIM.key(namespace, Tree.text(claim, "metadata", "name"));
            if (plane.store().find(key) == null) {
                plane.writer().create(Kinds.CLAIM, namespace, claim, Plane.MANAGER);
            }
        }
    }

    private void writeStatus(Entry entry, String revision) {
        List<Entry> pods = List.copyOf(pods(entry).values());
        long current =
                pods.stream().filter(pod -> revision.equals(revisionOf(pod))).count();
        plane.writer().status(entry.key(), Plane.MANAGER, set -> {
            ObjectNode status = Tree.child(set, "status");
            status.put("observedGeneration", Tree.number(set, 1, "metadata", "generation"));
            status.put("replicas", pods.size());
            long ready =
                    pods.stream().filter(pod -> pod.ready() && !pod.deleting()).count();
            ReplicaSets.count(status, "readyReplicas", ready);
            status.put("availableReplicas", (int) ready);
            boolean settled = current == pods.size() && ready >= Tree.number(set, 1, "spec", "replicas");
            if (settled || !status.has("currentRevision")) {
                status.put("currentRevision", revision);
            }
            status.put("updateRevision", revision);
            boolean same = Tree.text(status, "currentRevision").equals(revision);
            ReplicaSets.count(status, "currentReplicas", same ? current : pods.size() - current);
            ReplicaSets.count(status, "updatedReplicas", current);
            status.put("collisionCount", 0);
        });
    }
}
