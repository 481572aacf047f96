package io.ansflow.kubernetes.simulated.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A line of a blueprint: {@code deployment shop/web nginx:1.27 replicas=3 system}.
 *
 * @param words before the first option
 * @param options by name, in order; those without a value are empty
 */
record Line(String what, List<String> words, Map<String, String> options) {
    static Line parse(String text) {
        String[] parts = text.strip().split(" +", -1);
        List<String> words = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        int most = 1
                + switch (parts[0]) {
                    case "nodes", "deployment", "statefulset", "daemonset", "cronjob", "pod" -> 2;
                    default -> 1;
                };
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (i < most) {
                words.add(parts[i]);
            } else if (equals < 0) {
                options.put(parts[i], "");
            } else {
                options.put(parts[i].substring(0, equals), parts[i].substring(equals + 1));
            }
        }
        return new Line(parts[0], List.copyOf(words), options);
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    String text(String option, String otherwise) {
        return options.getOrDefault(option, otherwise);
    }

    int number(String option, int otherwise) {
        String value = options.get(option);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    /** Of {@code NAMESPACE/NAME}. */
    String namespace() {
        return words.getFirst().substring(0, words.getFirst().indexOf('/'));
    }

    /** Of {@code NAMESPACE/NAME}. */
    String name() {
        return words.getFirst().substring(words.getFirst().indexOf('/') + 1);
    }

    String image() {
        return words.get(1);
    }
}
