package io.ansflow.cli;

import io.ansflow.base.Text;

/** A command came to its end without doing what it was asked for; the text says why, in one sentence. */
final class Problem extends RuntimeException {
    private final transient Text text;

    Problem(String key, Object... arguments) {
        super(key);
        this.text = Text.of(key, arguments);
    }

    Text text() {
        return text;
    }
}
