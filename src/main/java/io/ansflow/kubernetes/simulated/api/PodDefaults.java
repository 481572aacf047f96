package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Fills in what was left out of pods, and of the specs of pods in templates. */
final class PodDefaults {
    private PodDefaults() {}

    static void pod(ObjectNode pod) {
        ObjectNode spec = Tree.child(pod, "spec");
        spec(spec);
        Missing.flag(spec, "enableServiceLinks", true);
        Missing.text(spec, "serviceAccountName", "default");
        Missing.text(spec, "serviceAccount", Tree.text(spec, "serviceAccountName"));
        Missing.number(spec, "priority", 0);
        Missing.text(spec, "preemptionPolicy", "PreemptLowerPriority");
        if (!spec.has("tolerations")) {
            ArrayNode tolerations = spec.putArray("tolerations");
            for (String taint : List.of("node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable")) {
                tolerations
                        .addObject()
                        .put("key", taint)
                        .put("operator", "Exists")
                        .put("effect", "NoExecute")
                        .put("tolerationSeconds", 300);
            }
        }
        for (JsonNode container : spec.path("containers")) {
            requestWhatIsLimited((ObjectNode) container);
        }
        Missing.text(Tree.child(pod, "status"), "phase", "Pending");
        Missing.text(Tree.child(pod, "status"), "qosClass", QualityOfService.of(pod));
    }

    private static void requestWhatIsLimited(ObjectNode container) {
        if (Tree.at(container, "resources", "limits") instanceof ObjectNode limits) {
            ObjectNode requests = Tree.child(container, "resources", "requests");
            limits.forEachEntry((resource, amount) -> {
                if (!requests.has(resource)) {
                    requests.set(resource, amount);
                }
            });
        }
    }

    /** Of a pod or of a template. */
    static void spec(ObjectNode spec) {
        for (String containers : List.of("initContainers", "containers")) {
            for (JsonNode container : spec.path(containers)) {
                if (container instanceof ObjectNode object) {
                    container(object);
                }
            }
        }
        spec.path("volumes").forEach(volume -> {
            for (String source : List.of("configMap", "secret", "projected", "downwardAPI")) {
                if (volume.get(source) instanceof ObjectNode files) {
                    Missing.number(files, "defaultMode", 420);
                }
            }
            if (volume.get("hostPath") instanceof ObjectNode path) {
                Missing.text(path, "type", "");
            }
        });
        Missing.text(spec, "restartPolicy", "Always");
        Missing.number(spec, "terminationGracePeriodSeconds", 30);
        Missing.text(spec, "dnsPolicy", "ClusterFirst");
        Tree.child(spec, "securityContext");
        Missing.text(spec, "schedulerName", "default-scheduler");
        if (spec.has("serviceAccountName")) {
            Missing.text(spec, "serviceAccount", Tree.text(spec, "serviceAccountName"));
        }
    }

    private static void container(ObjectNode container) {
        container.path("ports").forEach(port -> Missing.text((ObjectNode) port, "protocol", "TCP"));
        for (JsonNode amounts : Tree.child(container, "resources")) {
            if (amounts instanceof ObjectNode object) {
                object.properties()
                        .forEach(amount -> object.set(amount.getKey(), Amounts.canonical(amount.getValue())));
            }
        }
        for (String probe : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
            if (container.get(probe) instanceof ObjectNode object) {
                probe(object);
            }
        }
        container.path("env").forEach(variable -> {
            if (Tree.at(variable, "valueFrom", "fieldRef") instanceof ObjectNode field) {
                Missing.text(field, "apiVersion", "v1");
            }
        });
        Missing.text(container, "terminationMessagePath", "/dev/termination-log");
        Missing.text(container, "terminationMessagePolicy", "File");
        String image = Tree.text(container, "image");
        boolean latest = image.endsWith(":latest") || image.lastIndexOf(':') <= image.lastIndexOf('/');
        Missing.text(container, "imagePullPolicy", latest && !image.contains("@") ? "Always" : "IfNotPresent");
    }

    private static void probe(ObjectNode probe) {
        if (probe.get("httpGet") instanceof ObjectNode get) {
            Missing.text(get, "path", "/");
            Missing.text(get, "scheme", "HTTP");
        }
        Missing.number(probe, "timeoutSeconds", 1);
        Missing.number(probe, "periodSeconds", 10);
        Missing.number(probe, "successThreshold", 1);
        Missing.number(probe, "failureThreshold", 3);
    }
}
