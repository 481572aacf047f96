package io.ansflow.kubernetes.simulated.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The types of the API and their fields, from {@code simulated/schema.txt}. */
final class Schema {
    private static final Map<String, Shape.Struct> STRUCTS = new HashMap<>();

    static {
        try (InputStream file = Objects.requireNonNull(
                        Schema.class.getClassLoader().getResourceAsStream("simulated/schema.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(Schema::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Schema() {}

    /** The type of this name: {@code V1PodSpec}. */
    static Shape.Struct type(String name) {
        return Objects.requireNonNull(STRUCTS.get(name), name);
    }

    private static void add(String line) {
        String[] words = line.split(" ");
        String name = words[0];
        boolean atomic = name.endsWith("!");
        String bare = atomic ? name.substring(0, name.length() - 1) : name;
        STRUCTS.put(bare, new Shape.Struct(bare, atomic, new Fields(words)::get));
    }

    /** The fields of a type, understood when they are first needed: types refer to each other, and to themselves. */
    private static final class Fields {
        private final String[] words;
        private volatile Map<String, Shape> fields = Map.of();

        Fields(String[] words) {
            this.words = words;
        }

        Map<String, Shape> get() {
            if (fields.isEmpty() && words.length > 1) {
                Map<String, Shape> read = new LinkedHashMap<>();
                for (int i = 1; i < words.length; i++) {
                    int colon = words[i].indexOf(':');
                    read.put(words[i].substring(0, colon), shape(words[i].substring(colon + 1)));
                }
                fields = read;
            }
            return fields;
        }
    }

    private static Shape shape(String text) {
        boolean atomic = text.endsWith("!");
        String bare = atomic ? text.substring(0, text.length() - 1) : text;
        if (bare.startsWith("{")) {
            return new Shape.Mapping(shape(bare.substring(1, bare.length() - 1)), atomic);
        }
        if (bare.startsWith("[")) {
            int bar = bare.lastIndexOf('|');
            int end = bar < 0 ? bare.length() - 1 : bar;
            List<String> keys = bar < 0
                    ? null
                    : Arrays.stream(bare.substring(bar + 1, bare.length() - 1).split(","))
                            .filter(key -> !key.isEmpty())
                            .toList();
            return new Shape.Listing(shape(bare.substring(1, end)), keys);
        }
        return Arrays.stream(Shape.Scalar.values())
                .filter(scalar -> scalar.word().equals(bare))
                .findFirst()
                .map(Shape.class::cast)
                .orElseGet(() -> type(bare));
    }
}
