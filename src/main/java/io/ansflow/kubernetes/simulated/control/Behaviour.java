package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.Arrays;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * How the containers of a pod behave, by an annotation of the pod. Whoever edits the template of a workload of a simulated
 * cluster can let it fail in any of these ways.
 */
public enum Behaviour {
    WELL,
    /** Exits with 1 soon after every start. */
    CRASH_LOOP,
    /** Is killed for its memory every now and then. */
    OUT_OF_MEMORY,
    /** Runs, but its readiness probe fails. */
    NEVER_READY,
    /** Its image cannot be pulled. */
    NO_IMAGE,
    /** A job's pod that fails. */
    FAIL;

    public static final String ANNOTATION = "simulation.ansflow.io/behaviour";

    static Behaviour of(JsonNode pod) {
        String text = Tree.at(pod, "metadata", "annotations").path(ANNOTATION).asString("");
        return Arrays.stream(values())
                .filter(behaviour -> behaviour.text().equals(text))
                .findFirst()
                .orElseGet(() -> pullable(pod) ? WELL : NO_IMAGE);
    }

    /** As the annotation has it: {@code crash-loop}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A tag that says of itself that it does not exist. */
    private static boolean pullable(JsonNode pod) {
        return Tree.elements(Tree.at(pod, "spec", "containers")).stream()
                .map(container -> Tree.text(container, "image"))
                .noneMatch(image -> image.matches(".*(not-?found|does-?not-?exist|missing|nosuch).*"));
    }
}
