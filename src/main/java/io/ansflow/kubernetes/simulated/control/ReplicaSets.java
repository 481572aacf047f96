package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.api.Kinds;
import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Keeps as many pods as a replica set wants. */
final class ReplicaSets implements Controller {
    static final String COMPONENT = "replicaset-controller";
    private static final Duration RETRY = Duration.ofSeconds(20);

    /** Those that work least go first, the youngest of them before the others. */
    private static final Comparator<Entry> FIRST_TO_GO = Comparator.comparing(
                    (Entry pod) -> !pod.node().isEmpty())
            .thenComparing(pod -> pod.phase().equals("Running"))
            .thenComparing(Entry::ready)
            .thenComparing(Comparator.comparingLong(Entry::version).reversed());

    private final Plane plane;
    private final PodControl control;

    /** Until when those that were refused pods do not ask again. */
    private final Map<String, Instant> postponed = new HashMap<>();

    ReplicaSets(Plane plane) {
        this.plane = plane;
        this.control = new PodControl(plane, COMPONENT);
    }

    @Override
    public void reconcile(Entry entry) {
        ObjectNode set = entry.tree();
        List<Entry> pods = pods(plane, entry.uid());
        int wanted = entry.deleting() ? pods.size() : Tree.number(set, 0, "spec", "replicas");
        if (pods.size() < wanted) {
            if (postponed.getOrDefault(entry.uid(), Instant.MIN).isAfter(plane.now())) {
                writeStatus(entry, Optional.empty());
                return;
            }
            writeStatus(entry, Optional.of(create(entry, set, wanted - pods.size())));
            return;
        }
        if (pods.size() > wanted) {
            pods.stream()
                    .sorted(FIRST_TO_GO)
                    .limit(pods.size() - (long) wanted)
                    .forEach(pod -> control.delete(set, pod));
        }
        postponed.remove(entry.uid());
        writeStatus(entry, Optional.of(""));
    }

    /** The pods of an owner that count. */
    static List<Entry> pods(Plane plane, String owner) {
        return plane.owned(Kinds.POD, owner).stream()
                .filter(pod -> !pod.deleting()
                        && !pod.phase().equals("Succeeded")
                        && !pod.phase().equals("Failed"))
                .toList();
    }

    /** @return why not all could be created; empty if they were */
    private String create(Entry entry, ObjectNode set, int count) {
        for (int i = 0; i < count; i++) {
            Optional<String> refusal = control.createNamed(set);
            if (refusal.isPresent()) {
                postponed.put(entry.uid(), plane.now().plus(RETRY));
                plane.lookAfter(RETRY, entry.key());
                return refusal.get();
            }
        }
        return "";
    }

    /** @param refusal why pods could not be created, empty if they could; or none if that was not tried */
    private void writeStatus(Entry entry, Optional<String> refusal) {
        if (plane.store().find(entry.key()) == null) {
            return;
        }
        List<Entry> pods = pods(plane, entry.uid());
        long ready = pods.stream().filter(Entry::ready).count();
        plane.writer().status(entry.key(), Plane.MANAGER, set -> {
            ObjectNode status = Tree.child(set, "status");
            status.put("replicas", pods.size());
            count(status, "fullyLabeledReplicas", pods.size());
            count(status, "readyReplicas", ready);
            count(status, "availableReplicas", ready);
            status.put("observedGeneration", Tree.number(set, 1, "metadata", "generation"));
            refusal.ifPresent(why -> writeFailure(set, status, why));
        });
    }

    private void writeFailure(ObjectNode set, ObjectNode status, String why) {
        if (!why.isEmpty()) {
            Tree.setCondition(set, "ReplicaFailure", true, "FailedCreate", why, plane.now());
            return;
        }
        Tree.dropCondition(set, "ReplicaFailure");
        if (status.path("conditions").isEmpty()) {
            status.remove("conditions");
        }
    }

    /** A count that is left out when it is 0. */
    static void count(ObjectNode status, String name, long value) {
        if (value == 0) {
            status.remove(name);
        } else {
            status.put(name, (int) value);
        }
    }
}
