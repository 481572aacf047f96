package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.api.Kinds;
import io.ansflow.kubernetes.simulated.api.Writer;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;

/** The pods of a cluster that is given a past: on a node, as far as they have come, with the trouble they have had. */
final class PastPods {
    private final Writer writer;
    private final Timeline timeline;
    private final RandomGenerator random;
    private final ControlPlane plane;
    private final PastEvents events;
    private final Rooms rooms;

    PastPods(Writer writer, Timeline timeline, RandomGenerator random, ControlPlane plane, Rooms rooms) {
        this.writer = writer;
        this.timeline = timeline;
        this.random = random;
        this.plane = plane;
        this.events = new PastEvents(plane.events(), timeline);
        this.rooms = rooms;
    }

    private Instant now() {
        return timeline.now();
    }

    /**
     * Places a pod.
     *
     * @param at when it began
     * @return whether it is ready
     */
    boolean place(String namespace, ObjectNode pod, Instant at, Behaviour behaviour) {
        Optional<String> found = rooms.find(pod);
        if (found.isEmpty()) {
            writer.place(Kinds.POD, namespace, pod, Plane.MANAGER, at);
            return false;
        }
        String node = found.get();
        rooms.take(node, pod);
        PodPhases.scheduled(pod, node, at);
        PodPhases.creating(pod, rooms.address(node), at);
        if (behaviour == Behaviour.NO_IMAGE) {
            PodPhases.noImage(pod, true, at);
            events.noteMissingImage(writer.place(Kinds.POD, namespace, pod, "kubelet", at));
            return false;
        }
        if (!Tree.at(pod, "spec", "initContainers").isEmpty()) {
            PodPhases.initialised(pod, at.plusSeconds(2));
        }
        boolean host = Tree.at(pod, "spec", "hostNetwork").asBoolean(false);
        PodPhases.running(pod, host ? rooms.address(node) : plane.address(node), at.plusSeconds(3));
        if (behaviour != Behaviour.CRASH_LOOP && behaviour != Behaviour.NEVER_READY) {
            PodPhases.ready(pod, at.plusSeconds(7));
        }
        trouble(pod, at, behaviour);
        ObjectNode placed = writer.place(Kinds.POD, namespace, pod, "kubelet", at);
        events.note(placed, at, behaviour);
        return behaviour == Behaviour.WELL || behaviour == Behaviour.OUT_OF_MEMORY;
    }

    /** Places a pod that has done its work. */
    void placeEnded(String namespace, ObjectNode pod, Instant at, Instant end) {
        String node = rooms.roomiest(pod).orElse("");
        PodPhases.scheduled(pod, node, at);
        PodPhases.creating(pod, rooms.address(node), at);
        PodPhases.running(pod, plane.address(node), at.plusSeconds(2));
        PodPhases.ended(pod, true, end);
        writer.place(Kinds.POD, namespace, pod, "kubelet", at);
    }

    private void trouble(ObjectNode pod, Instant at, Behaviour behaviour) {
        int hours = Math.clamp(Duration.between(at, now()).toHours(), 1, 300);
        switch (behaviour) {
            case CRASH_LOOP -> {
                for (int i = 0; i < hours * 11; i++) {
                    PodPhases.restarted(pod, now().minusSeconds(100));
                }
                PodPhases.crashed(pod, "Error", 1, now().minusSeconds(90));
                PodPhases.backOff(pod, "5m0s");
            }
            case OUT_OF_MEMORY -> {
                PodPhases.crashed(pod, "OOMKilled", 137, now().minusSeconds(1500));
                for (int i = 0; i < hours / 3 + 2; i++) {
                    PodPhases.restarted(pod, now().minusSeconds(1498));
                }
                PodPhases.ready(pod, now().minusSeconds(1490));
            }
            case WELL -> {
                if (random.nextInt(14) == 0) {
                    Instant restart = at.plus(Duration.between(at, now())
                            .multipliedBy(random.nextInt(20, 90))
                            .dividedBy(100));
                    PodPhases.crashed(pod, random.nextBoolean() ? "Error" : "OOMKilled", 1, restart.minusSeconds(2));
                    PodPhases.restarted(pod, restart);
                    PodPhases.ready(pod, restart.plusSeconds(8));
                }
            }
            case NEVER_READY, FAIL, NO_IMAGE -> {}
        }
    }

    /** When a pod of a workload began: mostly with it, at times later, when another one had gone. */
    Instant since(Instant workload) {
        long age = Math.max(60, Duration.between(workload, now()).toSeconds());
        return random.nextInt(4) > 0
                ? workload.plusSeconds(random.nextInt(2, 40))
                : now().minusSeconds(random.nextLong(age / 20 + 30, age));
    }
}
