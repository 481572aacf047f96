package io.ansflow.namespace;

import io.ansflow.kubernetes.object.Quantity;
import java.math.MathContext;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A ResourceQuota and how much of it is used.
 *
 * @param ours whether it is the one that a {@link Quota} is written to
 * @param scoped whether it counts some of the pods only
 */
public record QuotaUse(String name, boolean ours, boolean scoped, List<Line> lines) {
    private static final Pattern PRINTED =
            Pattern.compile("(?<resource>[^\\s,:]+): (?<used>[^\\s,/]*)/(?<hard>[^\\s,/]+)");

    public QuotaUse {
        lines = List.copyOf(lines);
    }

    /** Reads what kubectl prints of a quota: {@code pods: 3/10, requests.cpu: 1500m/2}; leaves out what is no amount. */
    public static List<Line> parse(String printed) {
        return PRINTED.matcher(printed)
                .results()
                .flatMap(line -> Quantity.parse(line.group("hard")).stream()
                        .map(hard -> new Line(
                                line.group("resource"),
                                hard,
                                Quantity.parse(line.group("used")).orElse(null))))
                .toList();
    }

    /**
     * One limited resource.
     *
     * @param resource {@code requests.cpu}
     * @param hard the limit
     * @param used null while the cluster has not counted yet
     */
    public record Line(
            String resource, Quantity hard, @Nullable Quantity used) {
        /** Used of the limit, 1 for all of it, more than 1 where it was lowered since; empty if that cannot be said. */
        public OptionalDouble ratio() {
            return used == null || hard.value().signum() <= 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(used.value()
                            .divide(hard.value(), MathContext.DECIMAL64)
                            .doubleValue());
        }
    }
}
