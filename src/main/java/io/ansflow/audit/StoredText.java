package io.ansflow.audit;

import io.ansflow.base.Text;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Keeps a text so that whoever reads it later gets it in a language of their own: a JSON array of key and arguments. */
final class StoredText {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int[] ARGUMENT_LENGTHS = {1000, 300, 100, 20};

    private StoredText() {}

    /** Words of a program, which have no other language. */
    static Text plain(String words) {
        return Text.of("audit.message", words);
    }

    /** As JSON of no more characters than that; arguments are cut if need be. */
    static String write(Text text, int most) {
        String json = "";
        for (int length : ARGUMENT_LENGTHS) {
            json = json(text, length);
            if (json.length() <= most) {
                return json;
            }
        }
        throw new IllegalArgumentException("Too many arguments: " + text.key());
    }

    /** The text again; null if there is none. */
    static @Nullable Text read(String json) {
        if (json.isEmpty()) {
            return null;
        }
        List<String> parts =
                JSON.readTree(json).valueStream().map(JsonNode::asString).toList();
        return new Text(parts.getFirst(), List.copyOf(parts.subList(1, parts.size())));
    }

    private static String json(Text text, int length) {
        ArrayNode parts = JSON.createArrayNode();
        Stream.concat(Stream.of(text.key()), text.arguments().stream().map(String::valueOf))
                .map(part -> part.length() <= length ? part : part.substring(0, length - 1) + "…")
                .forEach(parts::add);
        return parts.toString();
    }
}
