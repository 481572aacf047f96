package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.api.Kinds;
import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The kubelets of all nodes: starts the containers of pods, starts them again when they crash, and ends them. */
final class Kubelet implements Controller {
    private final Plane plane;
    private final PodWork work;
    private final PodAddresses addresses;
    private final Containers containers;
    private final ImagePulls pulls;
    private final Set<String> atWork = new HashSet<>();
    private final Set<String> ending = new HashSet<>();

    Kubelet(Plane plane) {
        this.plane = plane;
        work = new PodWork(plane);
        addresses = new PodAddresses(plane.store());
        containers = new Containers(work, addresses);
        pulls = new ImagePulls(work, containers);
    }

    @Override
    public void reconcile(Entry pod) {
        if (pod.node().isEmpty() || !work.alive(pod.node())) {
            return;
        }
        if (pod.deleting()) {
            end(pod);
        } else if (pod.phase().equals("Pending") && atWork.add(pod.uid())) {
            begin(pod);
        }
    }

    /** Takes over a pod that was there before the cluster began to live. */
    void adopt(Entry pod, Behaviour behaviour) {
        atWork.add(pod.uid());
        switch (behaviour) {
            case CRASH_LOOP ->
                plane.timeline()
                        .after(
                                plane.between(5_000, 120_000),
                                () -> work.doing(pod, any -> containers.restart(pod, behaviour)));
            case OUT_OF_MEMORY -> containers.live(pod, behaviour);
            case NEVER_READY -> containers.complain(pod);
            case NO_IMAGE -> pulls.pullLater(pod, BackOff.LONGEST);
            case WELL, FAIL -> {}
        }
    }

    /** Lets a container of a running pod crash; it is started again. */
    void crash(Entry pod, String reason, int exitCode) {
        containers.crash(pod, reason, exitCode);
    }

    /** An address in the node's range. */
    String address(String node) {
        return addresses.next(node);
    }

    private void begin(Entry pod) {
        String host = plane.store()
                .read(Kinds.NODE.key("", pod.node()))
                .map(node -> Tree.text(Tree.at(node, "status", "addresses").path(0), "address"))
                .orElse("");
        work.write(pod, now -> PodPhases.creating(now, host, plane.now()));
        boolean initialises = !Tree.at(pod.tree(), "spec", "initContainers").isEmpty();
        plane.timeline()
                .after(
                        plane.between(600, 2800),
                        () -> work.doing(pod, tree -> {
                            if (initialises) {
                                work.write(pod, now -> PodPhases.initialised(now, plane.now()));
                            }
                            pulls.pull(pod, tree, BackOff.FIRST);
                        }));
    }

    private void end(Entry pod) {
        if (!ending.add(pod.uid())) {
            return;
        }
        ObjectNode tree = pod.tree();
        for (JsonNode container : Tree.at(tree, "spec", "containers")) {
            plane.events()
                    .normal(tree, PodWork.COMPONENT, "Killing", "Stopping container " + Tree.text(container, "name"));
        }
        long grace = Tree.number(tree, 1, "metadata", "deletionGracePeriodSeconds") * 1000L;
        Duration takes = plane.between(Math.min(700, grace / 2 + 1), Math.min(3500, grace + 2));
        plane.timeline().after(takes, () -> {
            Entry now = plane.store().find(pod.key());
            if (now != null && now.uid().equals(pod.uid())) {
                ObjectNode last = now.tree();
                Tree.child(last, "metadata").put("deletionGracePeriodSeconds", 0);
                if (Tree.at(last, "metadata", "finalizers").isEmpty()) {
                    plane.store().remove(pod.key());
                } else {
                    plane.store().put(pod.key(), last);
                }
            }
            ending.remove(pod.uid());
            atWork.remove(pod.uid());
        });
    }
}
