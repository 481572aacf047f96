package io.ansflow.inventory;

import io.ansflow.inventory.ResourceKind.Cells;
import io.ansflow.inventory.ResourceKind.State;
import io.ansflow.kubernetes.OwnerReference;
import io.ansflow.kubernetes.TableRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Makes rows of the API server's Tables into rows of ours, and back into what people see. */
final class RowMapper {
    private static final int LONGEST_CELL = 1000;
    private static final int LONGEST_STATUS = 300;
    private static final int LONGEST_LABELS = 50_000;
    private static final int MOST_OWNERS = 20;
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<LinkedHashMap<String, String>> CELLS = new TypeReference<>() {};
    private static final TypeReference<List<OwnerReference>> OWNERS = new TypeReference<>() {};

    private RowMapper() {}

    /** @param now to which relative times in the row refer */
    static StoredRow map(ResourceKind kind, TableRow row, Instant now) {
        Cells cells = RowCells.of(row);
        Map<String, String> values = new LinkedHashMap<>();
        List<String> searched = new ArrayList<>();
        for (Column column : kind.kind().columns()) {
            String value = value(kind, column, cells, now);
            if (!value.isEmpty()) {
                values.put(column.id(), value);
                if (column.searched()) {
                    searched.add(value);
                }
            }
        }
        State state = row.deleting() ? new State("Terminating", Health.PROGRESSING) : kind.state(cells);
        return new StoredRow(
                row.namespace(),
                row.name(),
                row.uid(),
                row.resourceVersion(),
                state.health(),
                cut(state.text(), LONGEST_STATUS),
                row.createdAt() == null ? Instant.EPOCH : row.createdAt(),
                JSON.writeValueAsString(values),
                lines(row.labels()),
                row.owners().isEmpty()
                        ? ""
                        : JSON.writeValueAsString(
                                row.owners().stream().limit(MOST_OWNERS).toList()),
                SearchTerms.text(row.name(), row.namespace(), row.labels(), searched));
    }

    static Map<String, String> cells(String json) {
        return JSON.readValue(json, CELLS);
    }

    static List<OwnerReference> owners(String json) {
        return json.isEmpty() ? List.of() : JSON.readValue(json, OWNERS);
    }

    static Map<String, String> labels(String lines) {
        Map<String, String> labels = new TreeMap<>();
        lines.lines().filter(line -> !line.isEmpty()).forEach(line -> {
            int equals = line.indexOf('=');
            labels.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return labels;
    }

    static @Nullable Instant createdAt(Instant stored) {
        return stored.equals(Instant.EPOCH) ? null : stored;
    }

    private static String value(ResourceKind kind, Column column, Cells cells, Instant now) {
        String value = kind.value(column, cells);
        return switch (column.type()) {
            case TEXT -> cut(value, LONGEST_CELL);
            case NUMBER -> value.isEmpty() ? "" : Long.toString(cells.number(column.heading()));
            case TIME -> Ages.parse(value).map(age -> now.minus(age).toString()).orElse("");
        };
    }

    private static String lines(Map<String, String> labels) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(labels).forEach((key, value) -> {
            if (lines.length() + key.length() + value.length() < LONGEST_LABELS) {
                lines.append(lines.isEmpty() ? "\n" : "")
                        .append(oneLine(key))
                        .append('=')
                        .append(oneLine(value))
                        .append('\n');
            }
        });
        return lines.toString();
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ').replace('\r', ' ');
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
