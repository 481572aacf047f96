package io.ansflow.cli;

import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** For whom a command writes its result. */
enum OutputFormat {
    /** For people. */
    TABLE,
    /** For programs: one JSON value in UTF-8, alone on standard output. */
    JSON;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    /** Writes {@code value}, a record or a list of records, as JSON, every null included. */
    static void writeJson(Terminal terminal, Object value) {
        terminal.out().writeBytes(MAPPER.writeValueAsBytes(value));
        terminal.out().writeBytes(new byte[] {'\n'});
        terminal.out().flush();
    }

    /** Writes values as one JSON array, each as it comes. */
    static void writeJsonArray(Terminal terminal, Iterable<?> values) {
        try (SequenceWriter writer =
                MAPPER.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).writeValuesAsArray(terminal.out())) {
            writer.writeAll(values);
        }
        terminal.out().writeBytes(new byte[] {'\n'});
        terminal.out().flush();
    }
}
