package io.ansflow.kubernetes.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of a kubeconfig, read by type. An empty value counts as absent, as it does for kubectl.
 *
 * @param path where it stands in the document, as {@code clusters[0].cluster}; empty for the document
 */
record YamlMap(String path, Map<?, ?> entries) {

    /** @throws Refusal if there is something else than a string */
    @Nullable
    String text(String key) throws Refusal {
        Object value = entries.get(key);
        if (value == null || value.equals("")) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw Refusal.kubeconfig("structure", at(key));
        }
        return text;
    }

    /** The mapping under the key, empty if there is none. */
    YamlMap map(String key) throws Refusal {
        return asMap(at(key), entries.get(key));
    }

    /** The mappings of the list under the key. */
    List<YamlMap> maps(String key) throws Refusal {
        Object value = entries.get(key);
        if (isAbsent(value)) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw Refusal.kubeconfig("structure", at(key));
        }
        List<YamlMap> maps = new ArrayList<>();
        for (Object item : list) {
            maps.add(asMap(at(key) + "[" + maps.size() + "]", item));
        }
        return maps;
    }

    boolean has(String key) {
        return !isAbsent(entries.get(key));
    }

    String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    @Override
    public String toString() {
        return "YamlMap[" + path + "]";
    }

    private static YamlMap asMap(String path, @Nullable Object value) throws Refusal {
        if (isAbsent(value)) {
            return new YamlMap(path, Map.of());
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw Refusal.kubeconfig("structure", path);
        }
        return new YamlMap(path, map);
    }

    /** Also the ways to write null in YAML, which arrive as text. */
    private static boolean isAbsent(@Nullable Object value) {
        return value == null || value.equals("") || value.equals("~") || value.equals("null");
    }
}
