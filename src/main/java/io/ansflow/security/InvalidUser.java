package io.ansflow.security;

import io.ansflow.base.Text;

/** Input about a user that cannot be accepted, and one sentence why. */
public class InvalidUser extends RuntimeException {
    private final transient Text text;

    InvalidUser(Text text) {
        super(text.key());
        this.text = text;
    }

    public Text text() {
        return text;
    }
}
