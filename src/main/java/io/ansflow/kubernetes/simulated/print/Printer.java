package io.ansflow.kubernetes.simulated.print;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Prints objects of a type. */
interface Printer {
    List<String> headings();

    /**
     * The cells of an object, in the order of the headings.
     *
     * @param now to which ages refer
     */
    List<@Nullable String> cells(ObjectNode object, Instant now);
}
