package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** What the kubelets have noted in the last hour about the pods of a cluster that is given a past. */
final class PastEvents {
    private static final Duration SINCE = Duration.ofMinutes(58);

    private final Events events;
    private final Timeline timeline;

    PastEvents(Events events, Timeline timeline) {
        this.events = events;
        this.timeline = timeline;
    }

    /** @param at when the pod began */
    void note(ObjectNode pod, Instant at, Behaviour behaviour) {
        String container = Tree.text(Tree.at(pod, "spec", "containers").path(0), "name");
        switch (behaviour) {
            case CRASH_LOOP ->
                events.past(
                        pod,
                        "kubelet",
                        true,
                        "BackOff",
                        "Back-off restarting failed container " + container + " in pod "
                                + Tree.text(pod, "metadata", "name") + "_" + Tree.text(pod, "metadata", "namespace")
                                + "("
                                + Tree.text(pod, "metadata", "uid") + ")",
                        SINCE,
                        Duration.ofSeconds(88),
                        231);
            case NEVER_READY ->
                events.past(
                        pod,
                        "kubelet",
                        true,
                        "Unhealthy",
                        "Readiness probe failed: HTTP probe failed with statuscode: 503",
                        SINCE,
                        Duration.ofSeconds(20),
                        114);
            default -> {
                Duration age = Duration.between(at, timeline.now());
                if (age.compareTo(SINCE) < 0) {
                    events.past(
                            pod,
                            "kubelet",
                            false,
                            "Started",
                            "Started container " + container,
                            age.minusSeconds(3),
                            age,
                            1);
                }
            }
        }
    }

    /** That the image of a pod has never been found. */
    void noteMissingImage(ObjectNode pod) {
        String image = Tree.text(Tree.at(pod, "spec", "containers").path(0), "image");
        events.past(
                pod,
                "kubelet",
                true,
                "Failed",
                "Failed to pull image \"" + image
                        + "\": rpc error: code = NotFound desc = failed to pull and unpack image \"" + image + "\": "
                        + image + ": not found",
                SINCE,
                Duration.ofSeconds(140),
                12);
        events.past(
                pod,
                "kubelet",
                false,
                "BackOff",
                "Back-off pulling image \"" + image + "\"",
                SINCE,
                Duration.ofSeconds(12),
                240);
    }
}
