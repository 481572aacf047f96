package io.ansflow.kubernetes.simulated.print;

import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The small things that cells are made of. */
final class Cells {
    static final String NONE = "<none>";
    private static final int HOURS_OF_A_DAY = 24;
    private static final int DAYS_OF_A_YEAR = 365;

    private Cells() {}

    static String name(JsonNode object) {
        return Tree.text(object, "metadata", "name");
    }

    static String age(JsonNode object, Instant now) {
        return since(Tree.time(object, "metadata", "creationTimestamp"), now);
    }

    static String since(@Nullable Instant moment, Instant now) {
        return moment == null ? "<unknown>" : length(Duration.between(moment, now));
    }

    /**
     * A length of time, as people read it.
     *
     * @see <a href="https://github.com/kubernetes/apimachinery/blob/v0.33.0/pkg/util/duration/duration.go">HumanDuration</a>
     */
    static String length(Duration length) {
        long seconds = length.toSeconds();
        long minutes = length.toMinutes();
        long hours = length.toHours();
        if (seconds < 0) {
            return seconds < -1 ? "<invalid>" : "0s";
        }
        if (seconds < 60 * 2) {
            return seconds + "s";
        }
        if (minutes < 10) {
            return both(minutes, "m", seconds % 60, "s");
        }
        if (minutes < 60 * 3) {
            return minutes + "m";
        }
        if (hours < 8) {
            return both(hours, "h", minutes % 60, "m");
        }
        if (hours < HOURS_OF_A_DAY * 2) {
            return hours + "h";
        }
        if (hours < HOURS_OF_A_DAY * 8) {
            return both(hours / HOURS_OF_A_DAY, "d", hours % HOURS_OF_A_DAY, "h");
        }
        if (hours < HOURS_OF_A_DAY * DAYS_OF_A_YEAR * 2) {
            return hours / HOURS_OF_A_DAY + "d";
        }
        if (hours < HOURS_OF_A_DAY * DAYS_OF_A_YEAR * 8) {
            long days = hours / HOURS_OF_A_DAY;
            return both(days / DAYS_OF_A_YEAR, "y", days % DAYS_OF_A_YEAR, "d");
        }
        return hours / HOURS_OF_A_DAY / DAYS_OF_A_YEAR + "y";
    }

    private static String both(long larger, String unit, long smaller, String smallerUnit) {
        return larger + unit + (smaller == 0 ? "" : smaller + smallerUnit);
    }

    static String status(JsonNode object, String field) {
        return String.valueOf(Tree.number(object, 0, "status", field));
    }

    /** {@code a=b,c=d}; {@code <none>} if there is nothing. */
    static String labels(JsonNode mapping) {
        return mapping.isEmpty()
                ? NONE
                : Tree.texts(mapping).entrySet().stream()
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .sorted()
                        .collect(Collectors.joining(","));
    }

    static String containers(JsonNode podSpec, String field) {
        return joined(podSpec.path("containers"), container -> Tree.text(container, field));
    }

    static String joined(JsonNode array, Function<JsonNode, String> text) {
        return Tree.elements(array).stream().map(text).collect(Collectors.joining(","));
    }

    static String orNone(String text) {
        return text.isEmpty() ? NONE : text;
    }
}
