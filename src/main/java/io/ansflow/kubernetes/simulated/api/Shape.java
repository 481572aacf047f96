package io.ansflow.kubernetes.simulated.api;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a field can hold, and how it is merged. */
sealed interface Shape {
    /** Whether it is merged part by part, rather than replaced as a whole. */
    default boolean granular() {
        return false;
    }

    /** A single value. */
    enum Scalar implements Shape {
        STRING("string"),
        INTEGER("integer"),
        NUMBER("number"),
        BOOLEAN("boolean"),
        QUANTITY("quantity"),
        INT_OR_STRING("intOrString"),
        ANY("any");

        private final String word;

        Scalar(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** A type with named fields. */
    record Struct(String name, boolean atomic, Supplier<Map<String, Shape>> fields) implements Shape {
        @Override
        public boolean granular() {
            return !atomic;
        }

        @Nullable
        Shape field(String field) {
            return fields.get().get(field);
        }
    }

    /** A mapping with any keys. */
    record Mapping(Shape value, boolean atomic) implements Shape {
        @Override
        public boolean granular() {
            return !atomic;
        }
    }

    /**
     * A list.
     *
     * @param keys by which elements are merged; none for a set, null for a list that is replaced
     */
    record Listing(Shape element, @Nullable List<String> keys) implements Shape {
        @Override
        public boolean granular() {
            return keys != null;
        }

        boolean set() {
            return keys != null && keys.isEmpty();
        }
    }
}
