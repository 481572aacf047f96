package io.ansflow.kubernetes.simulated.world;

import io.ansflow.kubernetes.simulated.store.Tree;
import tools.jackson.databind.node.ObjectNode;

/** Writes the specs of the pods that stand in a blueprint: one container each, and what it needs. */
final class PodSpecs {
    private PodSpecs() {}

    static ObjectNode of(Line line) {
        ObjectNode spec = Tree.object();
        if (line.has("init")) {
            spec.putArray("initContainers")
                    .addObject()
                    .put("name", "init")
                    .put("image", line.text("init", ""))
                    .putArray("command")
                    .add("/init");
        }
        ObjectNode container = spec.putArray("containers").addObject();
        container.put("name", line.name()).put("image", line.image());
        if (line.has("port")) {
            container.putArray("ports").addObject().put("name", "main").put("containerPort", line.number("port", 0));
            probe(container, line.number("port", 0));
        }
        resources(line, container);
        environment(line, container);
        if (line.has("system")) {
            spec.putArray("tolerations").addObject().put("operator", "Exists");
            spec.put("priorityClassName", "system-cluster-critical").put("priority", 2_000_000_000);
        }
        return spec;
    }

    private static void probe(ObjectNode container, int port) {
        for (String probe : new String[] {"livenessProbe", "readinessProbe"}) {
            container.putObject(probe).putObject("tcpSocket").put("port", port);
        }
    }

    private static void resources(Line line, ObjectNode container) {
        ObjectNode requests = Tree.object();
        ObjectNode limits = Tree.object();
        for (String resource : new String[] {"cpu", "memory"}) {
            if (line.has(resource)) {
                requests.put(resource, line.text(resource, ""));
                limits.put(resource, twice(line.text(resource, "")));
            }
        }
        if (!requests.isEmpty()) {
            ObjectNode resources = container.putObject("resources");
            resources.set("limits", limits);
            resources.set("requests", requests);
        }
    }

    private static String twice(String amount) {
        int digits = 0;
        while (digits < amount.length() && Character.isDigit(amount.charAt(digits))) {
            digits++;
        }
        return Integer.parseInt(amount.substring(0, digits)) * 2 + amount.substring(digits);
    }

    private static void environment(Line line, ObjectNode container) {
        if (line.has("config")) {
            Tree.list(container, "envFrom")
                    .addObject()
                    .putObject("configMapRef")
                    .put("name", line.name());
        }
        if (line.has("secret")) {
            Tree.list(container, "env")
                    .addObject()
                    .put("name", "DATABASE_PASSWORD")
                    .putObject("valueFrom")
                    .putObject("secretKeyRef")
                    .put("name", line.name())
                    .put("key", "password");
        }
    }
}
