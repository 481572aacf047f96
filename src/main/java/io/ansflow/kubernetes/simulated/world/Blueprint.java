package io.ansflow.kubernetes.simulated.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a simulated cluster consists of.
 *
 * @param version of the server
 * @param lines in the order in which things are made
 * @param seed from which everything left to chance comes
 * @param pace how long it takes on average until something happens; null if nothing does by itself
 * @param machines whether pods are scheduled and run
 */
public record Blueprint(
        String version,
        List<Line> lines,
        long seed,
        @org.jspecify.annotations.Nullable Duration pace,
        boolean machines) {
    private static final List<String> TEST_CLUSTERS = List.of("development", "testing", "production");
    private static final Pattern FLEET = Pattern.compile("fleet-(\\d{1,6})-(\\d{1,7})");
    private static final Duration LIVELY = Duration.ofSeconds(25);
    private static final Duration CALM = Duration.ofMinutes(5);

    /** A control plane and nothing else: no nodes, and nobody to schedule pods. */
    public static final String BARE = "bare";

    public Blueprint {
        lines = List.copyOf(lines);
    }

    /**
     * The cluster of a name: one of the three test clusters; {@code fleet-NUMBER-PODS}, of which each number is another one;
     * or {@value #BARE}. Empty for any other name.
     */
    public static Optional<Blueprint> named(String name) {
        if (TEST_CLUSTERS.contains(name)) {
            return Optional.of(read(name));
        }
        if (name.equals(BARE)) {
            return Optional.of(new Blueprint("v1.33.4", Fleet.bare(), 1, null, false));
        }
        Matcher fleet = FLEET.matcher(name);
        if (fleet.matches()) {
            long number = Long.parseLong(fleet.group(1));
            List<Line> lines = new Fleet(number, Integer.parseInt(fleet.group(2))).lines();
            return Optional.of(new Blueprint(Fleet.version(number), lines, number, CALM, true));
        }
        return Optional.empty();
    }

    private static Blueprint read(String name) {
        try (InputStream file = Objects.requireNonNull(
                        Blueprint.class.getClassLoader().getResourceAsStream("simulated/" + name + ".txt"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            List<Line> lines = reader.lines()
                    .filter(line -> !line.isBlank())
                    .map(Line::parse)
                    .toList();
            return new Blueprint(lines.getFirst().words().getFirst(), lines, name.hashCode(), LIVELY, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
