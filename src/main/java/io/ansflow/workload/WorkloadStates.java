package io.ansflow.workload;

import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.operation.Target;
import io.ansflow.operation.Targets;
import tools.jackson.databind.JsonNode;

/** Reads what an action has to know of an object. */
final class WorkloadStates {
    private WorkloadStates() {}

    static WorkloadState of(Target target, KubeObject object) {
        JsonNode spec = object.at("spec");
        JsonNode replicas = spec.path("replicas");
        return new WorkloadState(
                Targets.of(target, object),
                replicas.isInt() ? replicas.intValue() : null,
                spec.path("paused").asBoolean(false),
                spec.path("suspend").asBoolean(false),
                spec.path("unschedulable").asBoolean(false),
                PodTemplates.images(PodTemplates.podSpec(object)),
                Selectors.of(object));
    }
}
