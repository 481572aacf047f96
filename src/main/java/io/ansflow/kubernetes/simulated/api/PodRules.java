package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the spec of a pod must be like, in a pod and in a template alike. */
final class PodRules {
    private static final int PORTS = 65_535;
    private static final List<String> POLICIES = List.of("Always", "IfNotPresent", "Never");

    private PodRules() {}

    static void check(JsonNode spec, String path, Complaints complaints) {
        if (spec.path("containers").isEmpty()) {
            complaints.required(path + ".containers", "");
        }
        Set<JsonNode> volumes = new HashSet<>();
        for (JsonNode volume : spec.path("volumes")) {
            volumes.add(volume.path("name"));
        }
        Set<JsonNode> names = new HashSet<>();
        for (String part : List.of("initContainers", "containers")) {
            JsonNode containers = spec.path(part);
            for (int i = 0; i < containers.size(); i++) {
                String at = path + "." + part + "[" + i + "]";
                container(containers.get(i), at, volumes, complaints);
                if (!names.add(containers.get(i).path("name"))) {
                    complaints.duplicate(at + ".name", containers.get(i).path("name"));
                }
            }
        }
    }

    private static void container(JsonNode container, String path, Set<JsonNode> volumes, Complaints complaints) {
        if (Tree.text(container, "name").isEmpty()) {
            complaints.required(path + ".name", "");
        } else {
            Names.label(path + ".name", container.path("name"), complaints);
        }
        if (Tree.text(container, "image").isBlank()) {
            complaints.required(path + ".image", "");
        }
        if (container.has("imagePullPolicy") && !POLICIES.contains(Tree.text(container, "imagePullPolicy"))) {
            complaints.unsupported(path + ".imagePullPolicy", container.path("imagePullPolicy"), POLICIES);
        }
        for (int i = 0; i < container.path("ports").size(); i++) {
            port(
                    container.path("ports").get(i).path("containerPort"),
                    path + ".ports[" + i + "].containerPort",
                    complaints);
        }
        for (int i = 0; i < container.path("volumeMounts").size(); i++) {
            JsonNode mount = container.path("volumeMounts").get(i);
            // The API server mounts the service account's token only after it has validated.
            if (!volumes.contains(mount.path("name"))) {
                complaints.notFound(path + ".volumeMounts[" + i + "].name", mount.path("name"));
            }
        }
        resources(container.path("resources"), path + ".resources", complaints);
    }

    private static void resources(JsonNode resources, String path, Complaints complaints) {
        for (String part : List.of("limits", "requests")) {
            resources.path(part).forEachEntry((resource, amount) -> {
                if (Amounts.value(amount).signum() < 0) {
                    complaints.invalid(path + "." + part + "[" + resource + "]", amount, Complaints.NOT_NEGATIVE);
                }
            });
        }
        resources.path("requests").forEachEntry((resource, amount) -> {
            JsonNode limit = resources.path("limits").path(resource);
            if (!limit.isMissingNode() && Amounts.value(amount).compareTo(Amounts.value(limit)) > 0) {
                complaints.invalid(
                        path + ".requests",
                        amount,
                        "must be less than or equal to " + resource + " limit of " + limit.asString(""));
            }
        });
    }

    static void port(JsonNode port, String path, Complaints complaints) {
        int number = port.isIntegralNumber() ? port.intValue() : 0;
        if (port.isMissingNode()) {
            complaints.required(path, "");
        } else if (number < 1 || number > PORTS) {
            complaints.invalid(path, port, "must be between 1 and 65535, inclusive");
        }
    }

    /** Of a pod that is there, only few fields may change. */
    static void checkChange(JsonNode before, JsonNode after, Complaints complaints) {
        if (!fixed(before).equals(fixed(after))) {
            complaints.forbidden(
                    "spec",
                    "pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,"
                            + "`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),"
                            + "`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)");
        }
    }

    private static ObjectNode fixed(JsonNode spec) {
        ObjectNode rest = spec instanceof ObjectNode object ? object.deepCopy() : Tree.object();
        rest.remove(List.of("activeDeadlineSeconds", "tolerations", "nodeName"));
        for (String part : List.of("containers", "initContainers")) {
            rest.path(part).forEach(container -> ((ObjectNode) container).remove("image"));
        }
        return rest;
    }
}
