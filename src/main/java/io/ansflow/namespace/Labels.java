package io.ansflow.namespace;

import io.ansflow.base.Text;
import io.ansflow.operation.InvalidInput;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The syntax of labels and annotations.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set">Labels</a>
 */
public final class Labels {
    private static final int MAX_NAME = 63;
    private static final int MAX_PREFIX = 253;
    private static final int MAX_ANNOTATIONS = 256 * 1024;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?");
    private static final Pattern PREFIX =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

    private Labels() {}

    /** Which rule a key of a label or annotation breaks; empty if it is one. */
    public static Optional<Text> keyProblem(String key) {
        int slash = key.indexOf('/');
        String name = key.substring(slash + 1);
        if (slash >= 0
                && (slash > MAX_PREFIX
                        || !PREFIX.matcher(key.substring(0, slash)).matches())) {
            return Optional.of(Text.of("namespace.label.prefix", key));
        }
        return name.length() <= MAX_NAME && NAME.matcher(name).matches()
                ? Optional.empty()
                : Optional.of(Text.of("namespace.label.key", key, MAX_NAME));
    }

    /** Which rule a value of a label breaks; empty if it is one. Annotations take any. */
    public static Optional<Text> valueProblem(String value) {
        return value.isEmpty()
                        || (value.length() <= MAX_NAME && NAME.matcher(value).matches())
                ? Optional.empty()
                : Optional.of(Text.of("namespace.label.value", value, MAX_NAME));
    }

    /** @throws InvalidInput if the cluster would not take them */
    static void check(Map<String, String> labels, Map<String, String> annotations) {
        labels.forEach((key, value) -> refuse("labels", keyProblem(key).or(() -> valueProblem(value))));
        annotations.keySet().forEach(key -> refuse("annotations", keyProblem(key)));
        int size = annotations.entrySet().stream()
                .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
                .sum();
        if (size > MAX_ANNOTATIONS) {
            throw new InvalidInput("annotations", Text.of("namespace.annotations.size", MAX_ANNOTATIONS / 1024));
        }
    }

    private static void refuse(String field, Optional<Text> problem) {
        problem.ifPresent(text -> {
            throw new InvalidInput(field, text);
        });
    }
}
