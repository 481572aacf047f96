package io.ansflow.namespace;

import io.ansflow.base.Text;
import io.ansflow.operation.InvalidInput;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a namespace: a DNS label after RFC 1123, with lower-case letters, digits and {@code -}, the first and last
 * no {@code -}, at most {@value #MAX_LENGTH} characters.
 */
public record NamespaceName(String value) {
    public static final int MAX_LENGTH = 63;
    private static final Set<String> SYSTEM = Set.of("default", "kube-system", "kube-public", "kube-node-lease");
    private static final Pattern LETTERS = Pattern.compile("[a-z0-9-]*");

    /** @throws InvalidInput if it is not a name */
    public NamespaceName {
        problem(value).ifPresent(problem -> {
            throw new InvalidInput("name", problem);
        });
    }

    /** Which rule a text breaks, the first that a person typing it meets; empty if it is a name. */
    public static Optional<Text> problem(String text) {
        if (text.isEmpty()) {
            return Optional.of(Text.of("namespace.name.empty"));
        }
        if (!text.equals(text.toLowerCase(java.util.Locale.ROOT))) {
            return Optional.of(Text.of("namespace.name.upperCase"));
        }
        if (!LETTERS.matcher(text).matches()) {
            return Optional.of(Text.of("namespace.name.characters"));
        }
        if (text.startsWith("-") || text.endsWith("-")) {
            return Optional.of(Text.of("namespace.name.ends"));
        }
        return text.length() > MAX_LENGTH
                ? Optional.of(Text.of("namespace.name.length", MAX_LENGTH))
                : Optional.empty();
    }

    /** Whether it is one of the four that a cluster does not work without. */
    public boolean system() {
        return SYSTEM.contains(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
