package io.ansflow.inventory.kind;

import io.ansflow.inventory.Health;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many there are of how many there should be. */
record Replicas(long ready, long wanted) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})/(\\d{1,9}).*");

    /** Reads {@code 2/3}; anything else is none of none. */
    static Replicas parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? new Replicas(Long.parseLong(form.group(1)), Long.parseLong(form.group(2)))
                : new Replicas(0, 0);
    }

    String text() {
        return ready + "/" + wanted;
    }

    Health health() {
        return health(ready);
    }

    /** What it means that so many of the wanted ones do their work. */
    Health health(long working) {
        if (working >= wanted) {
            return Health.HEALTHY;
        }
        return working == 0 ? Health.FAILED : Health.WARNING;
    }
}
