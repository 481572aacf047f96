package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Duration;
import tools.jackson.databind.node.ObjectNode;

/** Pulls the images of pods; one that is not there is tried again and again. */
final class ImagePulls {
    private final Plane plane;
    private final PodWork work;
    private final Containers containers;

    ImagePulls(PodWork work, Containers containers) {
        this.plane = work.plane();
        this.work = work;
        this.containers = containers;
    }

    /**
     * Pulls the image and runs the containers; if there is none, tries again later.
     *
     * @param backOff how long to wait then
     */
    void pull(Entry pod, ObjectNode tree, Duration backOff) {
        String image = Tree.text(Tree.at(tree, "spec", "containers").path(0), "image");
        if (Behaviour.of(tree) != Behaviour.NO_IMAGE) {
            containers.run(pod, tree);
            return;
        }
        plane.events().normal(tree, PodWork.COMPONENT, "Pulling", "Pulling image \"" + image + "\"");
        plane.events()
                .warning(
                        tree,
                        PodWork.COMPONENT,
                        "Failed",
                        "Failed to pull image \"" + image + "\": rpc error: code = NotFound desc = failed to pull and"
                                + " unpack image \"" + image + "\": " + image + ": not found");
        plane.events().warning(tree, PodWork.COMPONENT, "Failed", "Error: ErrImagePull");
        work.write(pod, now -> PodPhases.noImage(now, false, plane.now()));
        plane.timeline()
                .after(
                        plane.between(2000, 4000),
                        () -> work.doing(pod, again -> {
                            plane.events()
                                    .normal(
                                            again,
                                            PodWork.COMPONENT,
                                            "BackOff",
                                            "Back-off pulling image \"" + image + "\"");
                            work.write(pod, now -> PodPhases.noImage(now, true, plane.now()));
                            pullLater(pod, backOff);
                        }));
    }

    /** Pulls after a while. */
    void pullLater(Entry pod, Duration backOff) {
        plane.timeline().after(backOff, () -> work.doing(pod, tree -> pull(pod, tree, BackOff.longer(backOff))));
    }
}
