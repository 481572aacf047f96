package io.ansflow.kubernetes.object;

/** Whether a change is meant. */
public enum WriteMode {
    /** The server does everything, admission included, but keeps nothing. */
    DRY_RUN,
    /** The change is kept. */
    PERSIST
}
