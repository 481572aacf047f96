package io.ansflow.kubernetes.simulated.world;

import io.ansflow.kubernetes.simulated.control.Behaviour;
import io.ansflow.kubernetes.simulated.control.Consumption;
import io.ansflow.kubernetes.simulated.store.Tree;
import tools.jackson.databind.node.ObjectNode;

/** Writes the manifests of what stands in a blueprint, as people would have written them. */
final class Manifests {
    private static final String NAME = "app.kubernetes.io/name";

    private Manifests() {}

    /** The labels that pick the pods of a workload. */
    private static ObjectNode selector(Line line) {
        return Tree.object().put(NAME, line.name());
    }

    static ObjectNode labels(Line line) {
        ObjectNode labels = selector(line).put("app.kubernetes.io/part-of", line.namespace());
        String tag = line.image().substring(line.image().lastIndexOf(':') + 1);
        labels.put("app.kubernetes.io/version", tag);
        if (line.has("team")) {
            labels.put("team", line.text("team", ""));
        }
        return labels;
    }

    private static ObjectNode named(Line line) {
        ObjectNode object = Tree.object();
        object.putObject("metadata").put("name", line.name()).set("labels", labels(line));
        return object;
    }

    static ObjectNode pod(Line line) {
        ObjectNode pod = named(line);
        pod.set("spec", PodSpecs.of(line));
        Tree.child(pod, "spec").put("nodeName", line.text("node", "")).put("hostNetwork", true);
        Tree.child(pod, "metadata", "annotations").put("kubernetes.io/config.source", "file");
        return pod;
    }

    static ObjectNode deployment(Line line) {
        ObjectNode deployment = workload(line);
        Tree.child(deployment, "spec").put("replicas", line.number("replicas", 1));
        return deployment;
    }

    static ObjectNode daemonSet(Line line) {
        return workload(line);
    }

    static ObjectNode statefulSet(Line line) {
        ObjectNode set = workload(line);
        ObjectNode spec = Tree.child(set, "spec");
        spec.put("replicas", line.number("replicas", 1)).put("serviceName", line.name());
        if (line.has("disk")) {
            ObjectNode container =
                    (ObjectNode) Tree.at(spec, "template", "spec", "containers").get(0);
            Tree.list(container, "volumeMounts").addObject().put("name", "data").put("mountPath", "/data");
            ObjectNode claim = Tree.list(spec, "volumeClaimTemplates").addObject();
            claim.putObject("metadata").put("name", "data");
            ObjectNode claimed = claim.putObject("spec").put("storageClassName", Platform.STORAGE_CLASS);
            claimed.putArray("accessModes").add("ReadWriteOnce");
            claimed.putObject("resources").putObject("requests").put("storage", line.text("disk", ""));
        }
        return set;
    }

    private static ObjectNode workload(Line line) {
        ObjectNode workload = named(line);
        ObjectNode spec = workload.putObject("spec");
        spec.putObject("selector").set("matchLabels", selector(line));
        ObjectNode template = spec.putObject("template");
        template.putObject("metadata").set("labels", labels(line));
        annotate(line, template);
        template.set("spec", PodSpecs.of(line));
        return workload;
    }

    private static void annotate(Line line, ObjectNode template) {
        ObjectNode annotations = Tree.object();
        if (line.has("behaviour")) {
            annotations.put(Behaviour.ANNOTATION, line.text("behaviour", ""));
        }
        if (line.has("load")) {
            annotations.put(Consumption.LOAD, line.text("load", ""));
        }
        if (line.has("port") && line.has("team")) {
            annotations.put("prometheus.io/scrape", "true").put("prometheus.io/port", line.text("port", ""));
        }
        if (!annotations.isEmpty()) {
            Tree.child(template, "metadata").set("annotations", annotations);
        }
    }

    static ObjectNode cronJob(Line line) {
        ObjectNode cronJob = named(line);
        ObjectNode spec = cronJob.putObject("spec");
        spec.put("schedule", line.text("schedule", "").replace('_', ' ')).put("concurrencyPolicy", "Forbid");
        ObjectNode template = Tree.child(spec, "jobTemplate", "spec", "template");
        template.putObject("metadata").set("labels", labels(line));
        template.set("spec", PodSpecs.of(line).put("restartPolicy", "Never"));
        return cronJob;
    }

    static ObjectNode configMap(Line line) {
        ObjectNode map = named(line);
        map.putObject("data")
                .put("LOG_LEVEL", "info")
                .put("HTTP_PORT", line.text("port", "8080"))
                .put("FEATURE_FLAGS", "new-checkout=false,express-delivery=true")
                .put(
                        "application.yaml",
                        "server:\n  port: " + line.text("port", "8080") + "\nspring:\n  application:\n    name: "
                                + line.name() + "\n");
        return map;
    }

    /** @param password in base64 */
    static ObjectNode secret(Line line, String password) {
        ObjectNode secret = named(line);
        secret.put("type", "Opaque")
                .putObject("data")
                .put("username", "c2hvcA==")
                .put("password", password);
        return secret;
    }

    static ObjectNode service(Line line) {
        ObjectNode service = named(line);
        ObjectNode spec = service.putObject("spec");
        spec.put("type", line.has("external") ? "LoadBalancer" : "ClusterIP");
        spec.set("selector", selector(line));
        spec.putArray("ports")
                .addObject()
                .put("name", "main")
                .put("port", line.has("external") ? 443 : line.number("port", 80))
                .put("targetPort", line.number("port", 80));
        if (line.what().equals("statefulset")) {
            spec.put("clusterIP", "None");
        }
        if (line.has("external")) {
            Tree.child(service, "status", "loadBalancer")
                    .putArray("ingress")
                    .addObject()
                    .put("ip", "203.0.113.10");
        }
        return service;
    }

    static ObjectNode ingress(Line line) {
        ObjectNode ingress = named(line);
        ObjectNode spec = ingress.putObject("spec").put("ingressClassName", "nginx");
        String host = line.text("host", "");
        ObjectNode rule = spec.putArray("rules").addObject().put("host", host);
        ObjectNode path = rule.putObject("http").putArray("paths").addObject();
        path.put("path", "/").put("pathType", "Prefix");
        path.putObject("backend")
                .putObject("service")
                .put("name", line.name())
                .putObject("port")
                .put("number", line.number("port", 80));
        ObjectNode tls = spec.putArray("tls").addObject();
        tls.putArray("hosts").add(host);
        tls.put("secretName", line.name() + "-tls");
        Tree.child(ingress, "status", "loadBalancer")
                .putArray("ingress")
                .addObject()
                .put("ip", "203.0.113.10");
        return ingress;
    }

    /** Of {@code MIN-MAX@PERCENT}. */
    static ObjectNode autoscaler(Line line) {
        String[] parts = line.text("hpa", "").split("[-@]", -1);
        ObjectNode autoscaler = named(line);
        ObjectNode spec = autoscaler.putObject("spec");
        spec.putObject("scaleTargetRef")
                .put("apiVersion", "apps/v1")
                .put("kind", "Deployment")
                .put("name", line.name());
        spec.put("minReplicas", Integer.parseInt(parts[0])).put("maxReplicas", Integer.parseInt(parts[1]));
        spec.putArray("metrics")
                .addObject()
                .put("type", "Resource")
                .putObject("resource")
                .put("name", "cpu")
                .putObject("target")
                .put("type", "Utilization")
                .put("averageUtilization", Integer.parseInt(parts[2]));
        return autoscaler;
    }
}
