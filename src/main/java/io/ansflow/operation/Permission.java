package io.ansflow.operation;

import io.ansflow.base.Text;

/** Whether something may be done. */
public sealed interface Permission {
    /** It may. */
    record Granted() implements Permission {}

    /**
     * It may not.
     *
     * @param reason one sentence for the person who wants to
     */
    record Denied(Text reason) implements Permission {}

    /** The cluster could not be asked; it will say when it is tried. */
    record Unknown() implements Permission {}
}
