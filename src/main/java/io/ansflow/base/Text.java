package io.ansflow.base;

import java.util.List;

/**
 * A text that has no language yet: a key of the message bundles and the values for its placeholders.
 *
 * @param key a key that every bundle has
 * @param arguments values for {@code {0}}, {@code {1}} …, in order
 */
public record Text(String key, List<Object> arguments) {
    public Text {
        arguments = List.copyOf(arguments);
    }

    public static Text of(String key, Object... arguments) {
        return new Text(key, List.of(arguments));
    }
}
