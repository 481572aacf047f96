package io.ansflow.inventory;

import java.util.regex.Pattern;

/**
 * Names a kind of resource as kubectl does, in the plural and in lower case: {@code pods}.
 *
 * @param value at most 40 lower-case letters and digits, a letter first
 */
public record KindId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]{0,39}");

    public KindId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the name of a kind: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
