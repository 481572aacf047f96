package io.ansflow.inventory;

import io.ansflow.kubernetes.OwnerReference;
import io.ansflow.kubernetes.TableRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tables as a real API server (v1.20.2) printed them, with the expected status of every row beside them. Those of later
 * versions are written after pkg/printers/internalversion/printers.go.
 */
record RecordedTable(String name, List<TableRow> rows) {
    private static final String PLACE = "/inventory/tables/";

    /** What is expected of a row. */
    record Expected(Health health, String status) {}

    static RecordedTable of(String name) {
        JsonNode table = new JsonMapper().readTree(read(name + ".json"));
        List<String> headings = new ArrayList<>();
        table.get("columnDefinitions")
                .forEach(column -> headings.add(column.get("name").asString()));
        List<TableRow> rows = new ArrayList<>();
        table.get("rows").forEach(row -> rows.add(row(headings, row)));
        return new RecordedTable(name, rows);
    }

    TableRow row(String resource) {
        return rows.stream()
                .filter(row -> row.name().equals(resource))
                .findFirst()
                .orElseThrow();
    }

    String kind() {
        return name.replaceAll("-.*", "");
    }

    Map<String, Expected> expected() {
        Map<String, Expected> expected = new LinkedHashMap<>();
        read(name + ".expected").lines().forEach(line -> {
            String[] parts = line.split(" +", 3);
            expected.put(parts[0], new Expected(Health.valueOf(parts[1]), parts.length == 3 ? parts[2] : ""));
        });
        return expected;
    }

    private static TableRow row(List<String> headings, JsonNode row) {
        List<@Nullable String> cells = new ArrayList<>();
        row.get("cells").forEach(cell -> cells.add(cell.isNull() ? null : cell.asString()));
        JsonNode metadata = row.path("object").path("metadata");
        Map<String, String> labels = new LinkedHashMap<>();
        metadata.path("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asString()));
        List<OwnerReference> owners = new ArrayList<>();
        metadata.path("ownerReferences")
                .forEach(owner -> owners.add(new OwnerReference(
                        owner.get("kind").asString(),
                        owner.get("name").asString(),
                        owner.get("uid").asString(),
                        owner.path("controller").asBoolean(false))));
        String created = metadata.path("creationTimestamp").asString("");
        return new TableRow(
                headings,
                cells,
                metadata.path("namespace").asString(""),
                metadata.get("name").asString(),
                metadata.get("uid").asString(),
                metadata.get("resourceVersion").asString(),
                created.isEmpty() ? null : Instant.parse(created),
                metadata.has("deletionTimestamp"),
                labels,
                owners);
    }

    private static String read(String file) {
        try (var in = Objects.requireNonNull(RecordedTable.class.getResourceAsStream(PLACE + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
