package io.ansflow.inventory;

/** What came of reading the resources of a kind. */
public enum SyncStatus {
    OK,
    /** The credential may not list them. What was known of them stays, and ages. */
    FORBIDDEN,
    /** The cluster does not know the kind. What was known of them stays, and ages. */
    ABSENT,
    /** Anything else that went wrong. What was known of them stays. */
    FAILED
}
