package io.ansflow.kubernetes.simulated.print;

import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** How everything but workloads, pods and nodes is printed. */
final class Printers {
    private static final Map<String, String> ACCESS_MODES =
            Map.of("ReadWriteOnce", "RWO", "ReadOnlyMany", "ROX", "ReadWriteMany", "RWX", "ReadWriteOncePod", "RWOP");

    static final Printer ANYTHING = Workloads.of(
            List.of("Name", "Created At"),
            (object, now) -> List.of(Cells.name(object), Tree.text(object, "metadata", "creationTimestamp")));

    static final Printer NAMESPACES = Workloads.of(
            List.of("Name", "Status", "Age"),
            (object, now) -> List.of(Cells.name(object), Tree.text(object, "status", "phase"), Cells.age(object, now)));

    static final Printer EVENTS = Workloads.of(
            List.of(
                    "Last Seen",
                    "Type",
                    "Reason",
                    "Object",
                    "Subobject",
                    "Source",
                    "Message",
                    "First Seen",
                    "Count",
                    "Name"),
            (object, now) -> List.of(
                    Cells.since(Tree.time(object, "lastTimestamp"), now),
                    Tree.text(object, "type"),
                    Tree.text(object, "reason"),
                    Tree.text(object, "involvedObject", "kind").toLowerCase(java.util.Locale.ROOT) + "/"
                            + Tree.text(object, "involvedObject", "name"),
                    Tree.text(object, "involvedObject", "fieldPath"),
                    Tree.text(object, "source", "component"),
                    Tree.text(object, "message"),
                    Cells.since(Tree.time(object, "firstTimestamp"), now),
                    String.valueOf(Tree.number(object, 1, "count")),
                    Cells.name(object)));

    static final Printer SECRETS = Workloads.of(
            List.of("Name", "Type", "Data", "Age"),
            (object, now) -> List.of(
                    Cells.name(object),
                    Tree.text(object, "type"),
                    String.valueOf(object.path("data").size()),
                    Cells.age(object, now)));

    static final Printer CONFIG_MAPS = Workloads.of(
            List.of("Name", "Data", "Age"),
            (object, now) -> List.of(
                    Cells.name(object),
                    String.valueOf(object.path("data").size()
                            + object.path("binaryData").size()),
                    Cells.age(object, now)));

    static final Printer SERVICES = Workloads.of(
            List.of("Name", "Type", "Cluster-IP", "External-IP", "Port(s)", "Age", "Selector"),
            (object, now) -> List.of(
                    Cells.name(object),
                    Tree.text(object, "spec", "type"),
                    Cells.orNone(Tree.text(object, "spec", "clusterIP")),
                    external(object),
                    Cells.orNone(Cells.joined(Tree.at(object, "spec", "ports"), Printers::port)),
                    Cells.age(object, now),
                    Cells.labels(Tree.at(object, "spec", "selector"))));

    static final Printer CLAIMS = Workloads.of(
            List.of(
                    "Name",
                    "Status",
                    "Volume",
                    "Capacity",
                    "Access Modes",
                    "StorageClass",
                    "VolumeAttributesClass",
                    "Age",
                    "VolumeMode"),
            (object, now) -> List.of(
                    Cells.name(object),
                    Tree.at(object, "metadata").has("deletionTimestamp")
                            ? "Terminating"
                            : Tree.text(object, "status", "phase"),
                    Tree.text(object, "spec", "volumeName"),
                    Tree.text(object, "status", "capacity", "storage"),
                    Cells.joined(
                            Tree.at(object, "status", "accessModes"),
                            mode -> ACCESS_MODES.getOrDefault(mode.asString(""), mode.asString(""))),
                    Tree.text(object, "spec", "storageClassName"),
                    "<unset>",
                    Cells.age(object, now),
                    Tree.text(object, "spec", "volumeMode")));

    static final Printer QUOTAS = Workloads.of(
            List.of("Name", "Request", "Limit", "Age"),
            (object, now) ->
                    List.of(Cells.name(object), usage(object, false), usage(object, true), Cells.age(object, now)));

    static final Printer AUTOSCALERS = Workloads.of(
            List.of("Name", "Reference", "Targets", "MinPods", "MaxPods", "Replicas", "Age"),
            (object, now) -> List.of(
                    Cells.name(object),
                    Tree.text(object, "spec", "scaleTargetRef", "kind") + "/"
                            + Tree.text(object, "spec", "scaleTargetRef", "name"),
                    targets(object),
                    String.valueOf(Tree.number(object, 1, "spec", "minReplicas")),
                    String.valueOf(Tree.number(object, 1, "spec", "maxReplicas")),
                    Cells.status(object, "currentReplicas"),
                    Cells.age(object, now)));

    static final Printer INGRESSES =
            Workloads.of(List.of("Name", "Class", "Hosts", "Address", "Ports", "Age"), (object, now) -> {
                String hosts = Cells.joined(Tree.at(object, "spec", "rules"), rule -> Tree.text(rule, "host"));
                return List.of(
                        Cells.name(object),
                        Cells.orNone(Tree.text(object, "spec", "ingressClassName")),
                        hosts.isEmpty() ? "*" : hosts,
                        Cells.joined(
                                Tree.at(object, "status", "loadBalancer", "ingress"),
                                address -> Tree.text(address, "ip") + Tree.text(address, "hostname")),
                        Tree.at(object, "spec", "tls").isEmpty() ? "80" : "80, 443",
                        Cells.age(object, now));
            });

    private Printers() {}

    private static String external(JsonNode service) {
        String type = Tree.text(service, "spec", "type");
        if (type.equals("ExternalName")) {
            return Tree.text(service, "spec", "externalName");
        }
        if (!type.equals("LoadBalancer")) {
            return Cells.orNone(Cells.joined(Tree.at(service, "spec", "externalIPs"), ip -> ip.asString("")));
        }
        String addresses = Cells.joined(
                Tree.at(service, "status", "loadBalancer", "ingress"),
                address -> Tree.text(address, "ip") + Tree.text(address, "hostname"));
        return addresses.isEmpty() ? "<pending>" : addresses;
    }

    private static String port(JsonNode port) {
        int node = Tree.number(port, 0, "nodePort");
        return Tree.number(port, 0, "port") + (node == 0 ? "" : ":" + node) + "/" + Tree.text(port, "protocol");
    }

    private static String usage(JsonNode quota, boolean limits) {
        JsonNode used = Tree.at(quota, "status", "used");
        return Tree.texts(Tree.at(quota, "status", "hard")).entrySet().stream()
                .filter(hard -> hard.getKey().startsWith("limits.") == limits)
                .map(hard -> hard.getKey() + ": " + used.path(hard.getKey()).asString("") + "/" + hard.getValue())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String targets(JsonNode autoscaler) {
        JsonNode current = Tree.at(autoscaler, "status", "currentMetrics");
        String targets = Cells.joined(Tree.at(autoscaler, "spec", "metrics"), metric -> {
            String resource = Tree.text(metric, "resource", "name");
            String now = Tree.elements(current).stream()
                    .filter(measured -> Tree.text(measured, "resource", "name").equals(resource))
                    .map(measured -> Tree.number(measured, 0, "resource", "current", "averageUtilization") + "%")
                    .findFirst()
                    .orElse("<unknown>");
            return resource + ": " + now + "/" + Tree.number(metric, 0, "resource", "target", "averageUtilization")
                    + "%";
        });
        return targets.isEmpty() ? Cells.NONE : targets.replace(",", ", ");
    }
}
