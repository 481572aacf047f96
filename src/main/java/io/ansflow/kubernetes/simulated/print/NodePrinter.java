package io.ansflow.kubernetes.simulated.print;

import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** After {@code printNode} of the API server. */
final class NodePrinter implements Printer {
    private static final String ROLE = "node-role.kubernetes.io/";

    @Override
    public List<String> headings() {
        return List.of(
                "Name",
                "Status",
                "Roles",
                "Age",
                "Version",
                "Internal-IP",
                "External-IP",
                "OS-Image",
                "Kernel-Version",
                "Container-Runtime");
    }

    @Override
    public List<@Nullable String> cells(ObjectNode node, Instant now) {
        return List.of(
                Cells.name(node),
                status(node),
                roles(node),
                Cells.age(node, now),
                info(node, "kubeletVersion"),
                address(node, "InternalIP"),
                address(node, "ExternalIP"),
                info(node, "osImage"),
                info(node, "kernelVersion"),
                info(node, "containerRuntimeVersion"));
    }

    private static String status(JsonNode node) {
        ObjectNode ready = Tree.condition(node, "Ready");
        String word = ready == null ? "Unknown" : Tree.text(ready, "status").equals("True") ? "Ready" : "NotReady";
        return Tree.at(node, "spec", "unschedulable").asBoolean(false) ? word + ",SchedulingDisabled" : word;
    }

    private static String roles(JsonNode node) {
        return Cells.orNone(Tree.texts(Tree.at(node, "metadata", "labels")).keySet().stream()
                .filter(label -> label.startsWith(ROLE))
                .map(label -> label.substring(ROLE.length()))
                .sorted()
                .collect(Collectors.joining(",")));
    }

    private static String info(JsonNode node, String field) {
        String text = Tree.text(node, "status", "nodeInfo", field);
        return text.isEmpty() ? "<unknown>" : text;
    }

    private static String address(JsonNode node, String type) {
        return Tree.elements(Tree.at(node, "status", "addresses")).stream()
                .filter(address -> Objects.equals(Tree.text(address, "type"), type))
                .map(address -> Tree.text(address, "address"))
                .findFirst()
                .orElse(Cells.NONE);
    }
}
