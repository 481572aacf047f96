package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.api.Kinds;
import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.ObjectKey;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The kubelets of all nodes: starts the containers of pods, starts them again when they crash, and ends them. */
final class Kubelet implements Controller {
    private static final String COMPONENT = "kubelet";
    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(10);
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(5);
    private static final int OUT_OF_MEMORY = 137;
    private static final int ADDRESSES = 250;

    private final Plane plane;
    private final Set<String> atWork = new HashSet<>();
    private final Set<String> ending = new HashSet<>();
    private final Map<String, Integer> addresses = new HashMap<>();

    Kubelet(Plane plane) {
        this.plane = plane;
    }

    @Override
    public void reconcile(Entry pod) {
        if (pod.node().isEmpty() || !alive(pod.node())) {
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
                plane.timeline().after(plane.between(5_000, 120_000), () -> doing(pod, any -> restart(pod, behaviour)));
            case OUT_OF_MEMORY -> live(pod, behaviour);
            case NEVER_READY -> complain(pod);
            case NO_IMAGE -> pullLater(pod, LONGEST_BACK_OFF);
            case WELL, FAIL -> {}
        }
    }

    /** Lets a container of a running pod crash; it is started again. */
    void crash(Entry pod, String reason, int exitCode) {
        doing(pod, tree -> {
            if (!pod.phase().equals("Running")) {
                return;
            }
            write(pod, now -> PodPhases.crashed(now, reason, exitCode, plane.now()));
            plane.timeline().after(plane.between(800, 2500), () -> doing(pod, any -> restart(pod, Behaviour.WELL)));
        });
    }

    private boolean alive(String node) {
        Entry entry = plane.store().find(Kinds.NODE.key("", node));
        return entry != null && entry.ready();
    }

    private void begin(Entry pod) {
        String host = plane.store()
                .read(Kinds.NODE.key("", pod.node()))
                .map(node -> Tree.text(Tree.at(node, "status", "addresses").path(0), "address"))
                .orElse("");
        write(pod, now -> PodPhases.creating(now, host, plane.now()));
        boolean initialises = !Tree.at(pod.tree(), "spec", "initContainers").isEmpty();
        plane.timeline()
                .after(
                        plane.between(600, 2800),
                        () -> doing(pod, tree -> {
                            if (initialises) {
                                write(pod, now -> PodPhases.initialised(now, plane.now()));
                            }
                            pull(pod, tree, FIRST_BACK_OFF);
                        }));
    }

    private void pull(Entry pod, ObjectNode tree, Duration backOff) {
        String image = Tree.text(Tree.at(tree, "spec", "containers").path(0), "image");
        if (Behaviour.of(tree) != Behaviour.NO_IMAGE) {
            run(pod, tree);
            return;
        }
        plane.events().normal(tree, COMPONENT, "Pulling", "Pulling image \"" + image + "\"");
        plane.events()
                .warning(
                        tree,
                        COMPONENT,
                        "Failed",
                        "Failed to pull image \"" + image + "\": rpc error: code = NotFound desc = failed to pull and"
                                + " unpack image \"" + image + "\": " + image + ": not found");
        plane.events().warning(tree, COMPONENT, "Failed", "Error: ErrImagePull");
        write(pod, now -> PodPhases.noImage(now, false, plane.now()));
        plane.timeline()
                .after(
                        plane.between(2000, 4000),
                        () -> doing(pod, again -> {
                            plane.events()
                                    .normal(again, COMPONENT, "BackOff", "Back-off pulling image \"" + image + "\"");
                            write(pod, now -> PodPhases.noImage(now, true, plane.now()));
                            pullLater(pod, backOff);
                        }));
    }

    private void pullLater(Entry pod, Duration backOff) {
        plane.timeline().after(backOff, () -> doing(pod, tree -> pull(pod, tree, longer(backOff))));
    }

    private void run(Entry pod, ObjectNode tree) {
        for (JsonNode container : Tree.at(tree, "spec", "containers")) {
            String image = Tree.text(container, "image");
            String name = Tree.text(container, "name");
            plane.events()
                    .normal(tree, COMPONENT, "Pulled", "Container image \"" + image + "\" already present on machine");
            plane.events().normal(tree, COMPONENT, "Created", "Created container: " + name);
            plane.events().normal(tree, COMPONENT, "Started", "Started container " + name);
        }
        String ip = Tree.at(tree, "spec", "hostNetwork").asBoolean(false)
                ? Tree.text(tree, "status", "hostIP")
                : address(pod.node());
        write(pod, now -> PodPhases.running(now, ip, plane.now()));
        live(pod, Behaviour.of(tree));
    }

    /** What becomes of containers that were just started. */
    private void live(Entry pod, Behaviour behaviour) {
        ObjectNode tree = plane.store().read(pod.key()).orElseThrow();
        boolean forEver = Tree.text(tree, "spec", "restartPolicy").equals("Always");
        switch (behaviour) {
            case WELL -> {
                getReady(pod);
                if (!forEver) {
                    plane.timeline().after(plane.between(6000, 40_000), () -> finish(pod, true));
                }
            }
            case FAIL -> {
                getReady(pod);
                plane.timeline().after(plane.between(4000, 15_000), () -> finish(pod, forEver));
            }
            case CRASH_LOOP ->
                plane.timeline().after(plane.between(3000, 12_000), () -> crashAgain(pod, behaviour, "Error", 1));
            case OUT_OF_MEMORY -> {
                getReady(pod);
                plane.timeline()
                        .after(
                                plane.between(90_000, 400_000),
                                () -> crashAgain(pod, behaviour, "OOMKilled", OUT_OF_MEMORY));
            }
            case NEVER_READY -> complain(pod);
            case NO_IMAGE -> {}
        }
    }

    private void getReady(Entry pod) {
        plane.timeline()
                .after(
                        plane.between(1000, 6000),
                        () -> doing(pod, tree -> write(pod, now -> PodPhases.ready(now, plane.now()))));
    }

    private void complain(Entry pod) {
        plane.timeline()
                .after(
                        Duration.ofSeconds(30),
                        () -> doing(pod, tree -> {
                            plane.events()
                                    .warning(
                                            tree,
                                            COMPONENT,
                                            "Unhealthy",
                                            "Readiness probe failed: HTTP probe failed with statuscode: 503");
                            complain(pod);
                        }));
    }

    private void crashAgain(Entry pod, Behaviour behaviour, String reason, int exitCode) {
        doing(pod, tree -> {
            write(pod, now -> PodPhases.crashed(now, reason, exitCode, plane.now()));
            Duration wait = backOff(PodPhases.restarts(tree));
            String container = Tree.text(Tree.at(tree, "spec", "containers").path(0), "name");
            plane.timeline()
                    .after(
                            Duration.ofSeconds(2),
                            () -> doing(pod, again -> {
                                if (behaviour == Behaviour.CRASH_LOOP) {
                                    write(pod, now -> PodPhases.backOff(now, wait.toSeconds() + "s"));
                                }
                                plane.events()
                                        .warning(
                                                again,
                                                COMPONENT,
                                                "BackOff",
                                                "Back-off restarting failed container " + container + " in pod "
                                                        + pod.key().name() + "_"
                                                        + pod.key().namespace() + "(" + pod.uid() + ")");
                                plane.timeline().after(wait, () -> doing(pod, any -> restart(pod, behaviour)));
                            }));
        });
    }

    private static Duration backOff(int restarts) {
        Duration wait = FIRST_BACK_OFF;
        for (int i = 0; i < restarts && wait.compareTo(LONGEST_BACK_OFF) < 0; i++) {
            wait = longer(wait);
        }
        return wait;
    }

    private static Duration longer(Duration wait) {
        Duration twice = wait.multipliedBy(2);
        return twice.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : twice;
    }

    private void restart(Entry pod, Behaviour behaviour) {
        ObjectNode tree = write(pod, now -> PodPhases.restarted(now, plane.now()));
        String container = Tree.text(Tree.at(tree, "spec", "containers").path(0), "name");
        plane.events().normal(tree, COMPONENT, "Started", "Started container " + container);
        live(pod, behaviour);
    }

    private void finish(Entry pod, boolean well) {
        doing(pod, tree -> write(pod, now -> PodPhases.ended(now, well, plane.now())));
    }

    private void end(Entry pod) {
        if (!ending.add(pod.uid())) {
            return;
        }
        ObjectNode tree = pod.tree();
        for (JsonNode container : Tree.at(tree, "spec", "containers")) {
            plane.events().normal(tree, COMPONENT, "Killing", "Stopping container " + Tree.text(container, "name"));
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

    /** If the pod is still there, is the same, is not being deleted, and its node works. */
    private void doing(Entry pod, Consumer<ObjectNode> work) {
        Entry now = plane.store().find(pod.key());
        if (now != null && now.uid().equals(pod.uid()) && !now.deleting() && alive(now.node())) {
            work.accept(now.tree());
        }
    }

    private ObjectNode write(Entry pod, Consumer<ObjectNode> change) {
        return plane.writer().status(pod.key(), COMPONENT, change);
    }

    /** An address in the node's range. */
    String address(String node) {
        int number = addresses.merge(node, 1, Integer::sum);
        ObjectKey key = Kinds.NODE.key("", node);
        String range = plane.store()
                .read(key)
                .map(found -> Tree.text(found, "spec", "podCIDR"))
                .orElse("10.244.0.0/24");
        return range.substring(0, range.lastIndexOf('.') + 1) + (number % ADDRESSES + 2);
    }
}
