package io.ansflow.kubernetes.http;

import io.ansflow.kubernetes.TableRow;
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
 * Reads Tables ({@code meta.k8s.io/v1}), the format that kubectl prints, as a stream: memory is bounded by a row, not by
 * the table. A table without column definitions, as a watch sends after its first one, has those of the table before.
 */
final class TableReader {
    private static final int MAX_COLUMNS = 200;
    private static final TokenStreamFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    // Managed fields, which are passed over, go as deep as the objects that they describe.
                    .maxNestingDepth(500)
                    .maxStringLength(1024 * 1024)
                    .build())
            .build();

    private final Rows rows;
    private final MetadataReader metadata = new MetadataReader();
    private List<String> columns = List.of();

    TableReader(Rows rows) {
        this.rows = rows;
    }

    /** Takes the rows as they come. */
    @FunctionalInterface
    interface Rows {
        Rows IGNORED = row -> {};

        /** The next row; its metadata are empty if the table came without objects. */
        void row(TableRow row) throws IOException;
    }

    /**
     * What a table says of itself.
     *
     * @param rows in this table
     * @param resourceVersion of the list; empty if it does not say
     * @param continueToken asks for the next page; null after the last
     * @param remaining how many rows follow, or null if the server does not say
     */
    record Page(
            long rows,
            String resourceVersion,
            @Nullable String continueToken,
            @Nullable Long remaining) {}

    static JsonParser parser(InputStream body) {
        return JSON.createParser(ObjectReadContext.empty(), body);
    }

    /**
     * Reads a body that is one table to its end.
     *
     * @throws Malformed if it is not a Table
     * @throws tools.jackson.core.JacksonException if it is not JSON
     */
    static Page read(InputStream body, Rows rows) throws IOException {
        try (JsonParser json = parser(new ManagedFieldsFilter(body))) {
            json.nextToken();
            return new TableReader(rows).table(json);
        }
    }

    /** Reads the table that begins at the parser's token, up to and with the token that ends it. */
    Page table(JsonParser json) throws IOException {
        expect(json.currentToken(), JsonToken.START_OBJECT);
        String kind = null;
        Page list = new Page(0, "", null, null);
        long count = 0;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "kind" -> kind = json.getValueAsString();
                case "metadata" -> list = list(json, value);
                case "columnDefinitions" -> columns(json, value);
                case "rows" -> count = rows(json, value);
                default -> json.skipChildren();
            }
        }
        expect(json.currentToken(), JsonToken.END_OBJECT);
        if (!"Table".equals(kind)) {
            throw new Malformed("not a Table");
        }
        return new Page(count, list.resourceVersion(), list.continueToken(), list.remaining());
    }

    private static Page list(JsonParser json, JsonToken value) throws IOException {
        expect(value, JsonToken.START_OBJECT);
        String resourceVersion = "";
        String continueToken = null;
        Long remaining = null;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "resourceVersion" -> resourceVersion = json.getValueAsString("");
                case "continue" -> {
                    String token = json.getValueAsString("");
                    continueToken = token.isEmpty() ? null : token;
                }
                case "remainingItemCount" -> remaining = json.getValueAsLong();
                default -> json.skipChildren();
            }
        }
        return new Page(0, resourceVersion, continueToken, remaining);
    }

    private void columns(JsonParser json, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
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

    private long rows(JsonParser json, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_NULL) {
            return 0;
        }
        long count = 0;
        expect(value, JsonToken.START_ARRAY);
        while (json.nextToken() == JsonToken.START_OBJECT) {
            List<@Nullable String> cells = List.of();
            metadata.forget();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken content = json.nextToken();
                switch (name) {
                    case "cells" -> cells = cells(json, content);
                    case "object" -> metadata.readObject(json, content);
                    default -> json.skipChildren();
                }
            }
            count++;
            rows.row(metadata.row(columns, cells));
        }
        expect(json.currentToken(), JsonToken.END_ARRAY);
        return count;
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

    static void expect(@Nullable JsonToken actual, JsonToken expected) throws Malformed {
        if (actual != expected) {
            throw new Malformed("not a Table");
        }
    }
}
