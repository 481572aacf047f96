package io.ansflow.inventory;

/** What the status of a resource means, the worst first. */
public enum Health {
    /** Does not do its work, and will not without help. */
    FAILED,
    /** Does its work, but somebody should look. */
    WARNING,
    /** On its way to where it should be. */
    PROGRESSING,
    /** Its status says nothing that we understand. */
    UNKNOWN,
    /** As it should be, or without anything that could be wrong. */
    HEALTHY
}
