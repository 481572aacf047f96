package io.ansflow.operation;

import io.ansflow.base.Text;

/** Input that is refused before any cluster is asked: which field, and one sentence why. Holds nothing secret. */
public class InvalidInput extends RuntimeException {
    private final String field;
    private final transient Text text;

    /** @param field a component of what was given */
    public InvalidInput(String field, Text text) {
        super(field + ": " + text.key());
        this.field = field;
        this.text = text;
    }

    public String field() {
        return field;
    }

    public Text text() {
        return text;
    }
}
