package io.ansflow.workload.ui;

import io.ansflow.workload.Autoscalers;
import io.ansflow.workload.Rollouts;
import io.ansflow.workload.WorkloadActions;
import io.ansflow.workload.Workloads;
import org.springframework.stereotype.Component;

/** What the actions of a panel ask. */
@Component
record WorkloadServices(Workloads workloads, WorkloadActions actions, Rollouts rollouts, Autoscalers autoscalers) {}
