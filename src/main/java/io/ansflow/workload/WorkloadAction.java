package io.ansflow.workload;

/** What people do to objects; texts under {@code workload.action.<NAME>}. */
public enum WorkloadAction {
    SCALE,
    RESTART,
    PAUSE,
    ROLL_BACK,
    SUSPEND,
    RUN_NOW,
    CORDON,
    AUTOSCALE,
    EDIT,
    DELETE,
    LOGS,
    EVENTS
}
