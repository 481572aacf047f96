package io.ansflow.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** A part of a where clause, with its parameters. */
record Condition(String sql, List<Object> parameters) {
    static final Condition TRUE = new Condition("1 = 1", List.of());
    private static final char ESCAPE = '!';

    static Condition is(String column, Object value) {
        return new Condition(column + " = ?", List.of(value));
    }

    static Condition compares(String column, String operator, Object value) {
        return new Condition(column + " " + operator + " ?", List.of(value));
    }

    /** One of the values, of which there is at least one. */
    static Condition in(String column, Collection<?> values) {
        return new Condition(
                column + " in (" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")",
                List.copyOf(values));
    }

    static Condition notIn(String column, Collection<?> values) {
        Condition in = in(column, values);
        return new Condition("not " + in.sql(), in.parameters());
    }

    /** One of the texts is in the column. */
    static Condition contains(String column, List<String> texts) {
        return new Condition(
                "(" + String.join(" or ", Collections.nCopies(texts.size(), column + " like ? escape '" + ESCAPE + "'"))
                        + ")",
                texts.stream().<Object>map(text -> "%" + escaped(text) + "%").toList());
    }

    /** The text begins so; made so that an index on the column serves. */
    static Condition startsWith(String column, String prefix) {
        return new Condition(column + " >= ? and " + column + " < ?", List.of(prefix, prefix + '\uffff'));
    }

    Condition and(Condition other) {
        List<Object> all = new ArrayList<>(parameters);
        all.addAll(other.parameters());
        return equals(TRUE) ? other : other.equals(TRUE) ? this : new Condition(sql + " and " + other.sql(), all);
    }

    private static String escaped(String text) {
        return text.replaceAll("[%_" + ESCAPE + "]", ESCAPE + "$0");
    }
}
