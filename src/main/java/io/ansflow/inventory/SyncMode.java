package io.ansflow.inventory;

/** How the resources of a kind were read. */
public enum SyncMode {
    /** All of them. */
    FULL,
    /** Only what changed since the time before. */
    CATCH_UP
}
