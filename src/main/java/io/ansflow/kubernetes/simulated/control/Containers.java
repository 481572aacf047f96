package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The containers of pods: they run, crash and are started again, or end, as the pods behave. */
final class Containers {
    private static final int OUT_OF_MEMORY = 137;

    private final Plane plane;
    private final PodWork work;
    private final PodAddresses addresses;

    Containers(PodWork work, PodAddresses addresses) {
        this.plane = work.plane();
        this.work = work;
        this.addresses = addresses;
    }

    /** Starts the containers of a pod whose images are there. */
    void run(Entry pod, ObjectNode tree) {
        for (JsonNode container : Tree.at(tree, "spec", "containers")) {
            String image = Tree.text(container, "image");
            String name = Tree.text(container, "name");
            plane.events()
                    .normal(
                            tree,
                            PodWork.COMPONENT,
                            "Pulled",
                            "Container image \"" + image + "\" already present on machine");
            plane.events().normal(tree, PodWork.COMPONENT, "Created", "Created container: " + name);
            plane.events().normal(tree, PodWork.COMPONENT, "Started", "Started container " + name);
        }
        String ip = Tree.at(tree, "spec", "hostNetwork").asBoolean(false)
                ? Tree.text(tree, "status", "hostIP")
                : addresses.next(pod.node());
        work.write(pod, now -> PodPhases.running(now, ip, plane.now()));
        live(pod, Behaviour.of(tree));
    }

    /** What becomes of containers that were just started. */
    void live(Entry pod, Behaviour behaviour) {
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
                        () -> work.doing(pod, tree -> work.write(pod, now -> PodPhases.ready(now, plane.now()))));
    }

    /** Has the pod fail its readiness probe again and again. */
    void complain(Entry pod) {
        plane.timeline()
                .after(
                        Duration.ofSeconds(30),
                        () -> work.doing(pod, tree -> {
                            plane.events()
                                    .warning(
                                            tree,
                                            PodWork.COMPONENT,
                                            "Unhealthy",
                                            "Readiness probe failed: HTTP probe failed with statuscode: 503");
                            complain(pod);
                        }));
    }

    private void crashAgain(Entry pod, Behaviour behaviour, String reason, int exitCode) {
        work.doing(pod, tree -> {
            work.write(pod, now -> PodPhases.crashed(now, reason, exitCode, plane.now()));
            Duration wait = BackOff.after(PodPhases.restarts(tree));
            String container = Tree.text(Tree.at(tree, "spec", "containers").path(0), "name");
            plane.timeline()
                    .after(
                            Duration.ofSeconds(2),
                            () -> work.doing(pod, again -> {
                                if (behaviour == Behaviour.CRASH_LOOP) {
                                    work.write(pod, now -> PodPhases.backOff(now, wait.toSeconds() + "s"));
                                }
                                plane.events()
                                        .warning(
                                                again,
                                                PodWork.COMPONENT,
                                                "BackOff",
                                                "Back-off restarting failed container " + container + " in pod "
                                                        + pod.key().name() + "_"
                                                        + pod.key().namespace() + "(" + pod.uid() + ")");
                                plane.timeline().after(wait, () -> work.doing(pod, any -> restart(pod, behaviour)));
                            }));
        });
    }

    /** Starts a container that has ended once more. */
    void restart(Entry pod, Behaviour behaviour) {
        ObjectNode tree = work.write(pod, now -> PodPhases.restarted(now, plane.now()));
        String container = Tree.text(Tree.at(tree, "spec", "containers").path(0), "name");
        plane.events().normal(tree, PodWork.COMPONENT, "Started", "Started container " + container);
        live(pod, behaviour);
    }

    private void finish(Entry pod, boolean well) {
        work.doing(pod, tree -> work.write(pod, now -> PodPhases.ended(now, well, plane.now())));
    }

    /** Lets a container of a running pod crash; it is started again. */
    void crash(Entry pod, String reason, int exitCode) {
        work.doing(pod, tree -> {
            if (!pod.phase().equals("Running")) {
                return;
            }
            work.write(pod, now -> PodPhases.crashed(now, reason, exitCode, plane.now()));
            plane.timeline()
                    .after(plane.between(800, 2500), () -> work.doing(pod, any -> restart(pod, Behaviour.WELL)));
        });
    }
}
