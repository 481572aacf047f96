package io.ansflow.inventory;

import io.ansflow.kubernetes.OwnerReference;
import io.ansflow.kubernetes.TableRow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes rows of Tables for tests. */
final class TableRows {
    private final String kind;
    private final String namespace;
    private final String name;
    private final Map<String, String> cells = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private Instant createdAt = Instant.parse("2026-01-01T00:00:00Z");
    private boolean deleting;

    private TableRows(String kind, String namespace, String name) {
        this.kind = kind;
        this.namespace = namespace;
        this.name = name;
        cells.put("Name", name);
    }

    /** A running one. */
    static TableRows pod(String namespace, String name) {
        return new TableRows("pods", namespace, name)
                .cell("Ready", "1/1")
                .cell("Status", "Running")
                .cell("Restarts", "0");
    }

    static TableRows configMap(String namespace, String name) {
        return new TableRows("configmaps", namespace, name).cell("Data", "1");
    }

    static TableRows namespace(String name) {
        return new TableRows("namespaces", "", name).cell("Status", "Active");
    }

    static TableRows node(String name) {
        return new TableRows("nodes", "", name).cell("Status", "Ready");
    }

    static TableRows of(String kind, String namespace, String name) {
        return new TableRows(kind, namespace, name);
    }

    TableRows cell(String heading, String value) {
        cells.put(heading, value);
        return this;
    }

    TableRows status(String text) {
        return cell("Status", text);
    }

    TableRows label(String key, String value) {
        labels.put(key, value);
        return this;
    }

    TableRows createdAt(Instant moment) {
        createdAt = moment;
        return this;
    }

    TableRows deleting() {
        deleting = true;
        return this;
    }

    String kind() {
        return kind;
    }

    String namespace() {
        return namespace;
    }

    String name() {
        return name;
    }

    TableRow build(String uid, String resourceVersion) {
        return new TableRow(
                List.copyOf(cells.keySet()),
                List.copyOf(cells.values()),
                namespace,
                name,
                uid,
                resourceVersion,
                createdAt,
                deleting,
                labels,
                List.of(new OwnerReference("Test", "owner-of-" + name, "owner-uid", true)));
    }
}
