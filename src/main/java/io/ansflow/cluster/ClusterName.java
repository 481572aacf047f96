package io.ansflow.cluster;

import io.ansflow.base.Text;
import java.util.regex.Pattern;

/**
 * The name that people give a cluster: any letters, also Chinese ones, digits, inner spaces and {@code . _ -}; it starts
 * with a letter or digit and is at most {@value #MAX_LENGTH} characters long. Unique without regard to case.
 */
public record ClusterName(String value) {
    public static final int MAX_LENGTH = 100;
    private static final Pattern SYNTAX = Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N} ._-]*[\\p{L}\\p{N}._-])?");

    /** @throws InvalidCluster if it is not a name */
    public ClusterName {
        if (value.length() > MAX_LENGTH || !SYNTAX.matcher(value).matches()) {
            throw new InvalidCluster("name", Text.of("cluster.invalid.name", MAX_LENGTH));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
