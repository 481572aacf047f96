package io.ansflow.workload.ui;

/** The ways to the views of this feature. */
public final class WorkloadNavigation {
    /** The path of the view that applies YAML. */
    public static final String APPLY = "apply";

    private WorkloadNavigation() {}
}
