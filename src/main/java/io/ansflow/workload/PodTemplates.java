package io.ansflow.workload;

import io.ansflow.kubernetes.object.KubeObject;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What pods are made from. */
final class PodTemplates {
    /** Put by the Deployment controller on the template of a replica set, and on no other. */
    private static final String HASH = "pod-template-hash";

    private PodTemplates() {}

    /** The {@code spec} of the pods that the object makes or is; missing for objects that make none. */
    static JsonNode podSpec(KubeObject object) {
        return switch (object.kind()) {
            case "Pod" -> object.at("spec");
            case "CronJob" -> object.at("spec", "jobTemplate", "spec", "template", "spec");
            default -> object.at("spec", "template", "spec");
        };
    }

    /** The images of a pod's containers, without repetition. */
    static List<String> images(JsonNode podSpec) {
        return StreamSupport.stream(podSpec.path("containers").spliterator(), false)
                .map(container -> container.path("image").asString(""))
                .distinct()
                .toList();
    }

    /** The template of a Deployment or of one of its replica sets, as the Deployment has it. */
    static ObjectNode template(KubeObject object) {
        ObjectNode template = object.copy().withObjectProperty("spec").withObjectProperty("template");
        if (template.path("metadata").path("labels") instanceof ObjectNode labels) {
            labels.remove(HASH);
        }
        return template;
    }
}
