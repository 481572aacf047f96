package io.ansflow.workload;

import io.ansflow.operation.Permission;
import io.ansflow.operation.Target;
import io.ansflow.security.RequiresViewer;
import java.util.Map;
import java.util.Set;

/** Which actions make sense where, and whether they may be taken. */
public interface WorkloadActions {
    /** What can be done to objects of a kind, whoever wants to; in the order in which it is offered. */
    @RequiresViewer
    Set<WorkloadAction> offered(String kind);

    /** Whether the user's role and the cluster's credential allow what is offered for the object; asks the cluster. */
    @RequiresViewer
    Map<WorkloadAction, Permission> permitted(Target target);
}
