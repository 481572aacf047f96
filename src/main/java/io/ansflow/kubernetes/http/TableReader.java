package io.ansflow.kubernetes.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a Table ({@code meta.k8s.io/v1}), the format that kubectl prints, as a stream: memory is bounded by a row, not by
 * the table.
 */
final class TableReader {
    private static final int MAX_COLUMNS = 200;
    private static final TokenStreamFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(50)
                    .maxStringLength(1024 * 1024)
                    .build())
            .build();

    private final Rows rows;
    private long count;
    private List<String> columns = List.of();
    private @Nullable String kind;
    private @Nullable String continueToken;
    private @Nullable Long remaining;

    private TableReader(Rows rows) {
        this.rows = rows;
    }

    /** Takes the rows as they come. */
    @FunctionalInterface
    interface Rows {
        Rows IGNORED = (columns, cells) -> {};

        /**
         * The next row.
         *
         * @param columns names of all columns
         * @param cells in their order, as text; null where there is no value
         */
        void row(List<String> columns, List<@Nullable String> cells) throws IOException;
    }

    /**
     * What a page says of itself.
     *
     * @param rows on this page
     * @param continueToken asks for the next page; null after the last
     * @param remaining how many rows follow, or null if the server does not say
     */
    record Page(
            long rows,
            @Nullable String continueToken,
            @Nullable Long remaining) {}

    /**
     * Reads one page to its end.
     *
     * @throws Malformed if it is not a Table
     * @throws tools.jackson.core.JacksonException if it is not JSON
     */
    static Page read(InputStream body, Rows rows) throws IOException {
        TableReader reader = new TableReader(rows);
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
            return reader.page(json);
        }
    }

    private Page page(JsonParser json) throws IOException {
        expect(json.nextToken(), JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "kind" -> kind = json.getValueAsString();
                case "metadata" -> metadata(json, value);
                case "columnDefinitions" -> columns(json, value);
                case "rows" -> rows(json, value);
                default -> json.skipChildren();
            }
        }
        expect(json.currentToken(), JsonToken.END_OBJECT);
        if (!"Table".equals(kind)) {
            throw new Malformed("not a Table");
        }
        return new Page(count, continueToken, remaining);
    }

    private void metadata(JsonParser json, JsonToken value) throws IOException {
        expect(value, JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "continue" -> {
                    String token = json.getValueAsString();
                    continueToken = token == null || token.isEmpty() ? null : token;
                }
                case "remainingItemCount" -> remaining = json.getValueAsLong();
                default -> json.skipChildren();
            }
        }
    }

    private void columns(JsonParser json, JsonToken value) throws IOException {
        List<String> names = new ArrayList<>();
        expect(value, JsonToken.START_ARRAY);
        while (json.nextToken() == JsonToken.START_OBJECT) {
            String column = "";
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isName = json.currentName().equals("name");
                json.nextToken();
                if (isName) {
                    column = json.getValueAsString("");
                } else {
                    json.skipChildren();
                }
            }
            names.add(column);
            if (names.size() > MAX_COLUMNS) {
                throw new Malformed("too many columns");
            }
        }
        expect(json.currentToken(), JsonToken.END_ARRAY);
        columns = List.copyOf(names);
    }

    private void rows(JsonParser json, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        expect(value, JsonToken.START_ARRAY);
        while (json.nextToken() == JsonToken.START_OBJECT) {
            List<@Nullable String> cells = List.of();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isCells = json.currentName().equals("cells");
                JsonToken content = json.nextToken();
                if (isCells) {
                    cells = cells(json, content);
                } else {
                    json.skipChildren();
                }
            }
            count++;
            rows.row(columns, cells);
        }
        expect(json.currentToken(), JsonToken.END_ARRAY);
    }

    private static List<@Nullable String> cells(JsonParser json, JsonToken value) throws IOException {
        List<@Nullable String> cells = new ArrayList<>();
        expect(value, JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (cells.size() >= MAX_COLUMNS) {
                throw new Malformed("too many cells");
            }
            cells.add(json.getValueAsString());
            json.skipChildren();
        }
        return cells;
    }

    private static void expect(@Nullable JsonToken actual, JsonToken expected) throws Malformed {
        if (actual != expected) {
            throw new Malformed("not a Table");
        }
    }
}
