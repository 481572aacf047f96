package io.ansflow.security;

import io.ansflow.base.Text;
import java.util.Locale;
import java.util.regex.Pattern;

/** A user's name, in lower case: a letter or digit, then letters, digits and {@code . _ - @}, 64 characters at most. */
public record UserName(String value) {
    private static final Pattern SYNTAX = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");

    /** @throws InvalidUser if it is not a user's name */
    public UserName {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!SYNTAX.matcher(value).matches()) {
            throw new InvalidUser(Text.of("user.invalid.name"));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
