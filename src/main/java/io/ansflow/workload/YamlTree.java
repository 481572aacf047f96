package io.ansflow.workload;

import io.ansflow.base.Text;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes JSON of YAML as kubectl does, with its truth values and octal numbers of YAML 1.1 but neither dates nor numbers to
 * the base of 60. Bounded, whatever aliases stand for.
 */
final class YamlTree {
    private static final int MOST_NODES = 200_000;
    private static final int MOST_CHARACTERS = 4 * Manifests.MAX_LENGTH;
    private static final int MAX_DEPTH = 64;
    private static final Set<String> TRUE = Set.of("true", "yes", "on");

    /** A merge key that stands anywhere else is a word. */
    private static final Set<Tag> TEXTS = Set.of(Tag.STR, Tag.TIMESTAMP, Tag.BINARY, Tag.MERGE);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private int nodes;
    private int characters;

    /** What plain scalars are. */
    static final class Types extends Resolver {
        private static final Pattern INTEGER =
                Pattern.compile("[-+]?(?:0b[01]+|0o?[0-7]+|0x[0-9a-fA-F]+|0|[1-9][0-9]*)");
        private static final Pattern DECIMAL =
                Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, BOOL, "yYnNtTfFoO");
            addImplicitResolver(Tag.INT, INTEGER, "-+0123456789");
            addImplicitResolver(Tag.FLOAT, DECIMAL, "-+0123456789.");
            addImplicitResolver(Tag.MERGE, MERGE, "<");
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
            addImplicitResolver(Tag.NULL, EMPTY, null);
        }
    }

    JsonNode of(Node root) throws Unreadable {
        return json(root, 0);
    }

    private JsonNode json(Node node, int depth) throws Unreadable {
        if (++nodes > MOST_NODES || depth > MAX_DEPTH || characters > MOST_CHARACTERS) {
            throw new Unreadable(node.getStartMark(), Text.of("workload.manifest.aliases"));
        }
        return switch (node) {
            case MappingNode mapping -> mapping(mapping, depth);
            case SequenceNode sequence -> {
                ArrayNode array = JSON.arrayNode();
                for (Node item : sequence.getValue()) {
                    array.add(json(item, depth + 1));
                }
                yield array;
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new Unreadable(node.getStartMark(), Text.of("workload.manifest.aliases"));
        };
    }

    private ObjectNode mapping(MappingNode mapping, int depth) throws Unreadable {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw new Unreadable(entry.getKeyNode().getStartMark(), Text.of("workload.manifest.key"));
            }
            characters += key.getValue().length();
            if (object.has(key.getValue())) {
                throw new Unreadable(key.getStartMark(), Text.of("workload.manifest.duplicate", key.getValue()));
            }
            object.set(key.getValue(), json(entry.getValueNode(), depth + 1));
        }
        return object;
    }

    private JsonNode scalar(ScalarNode scalar) throws Unreadable {
        String text = scalar.getValue();
        characters += text.length();
        Tag tag = scalar.getTag();
        if (TEXTS.contains(tag)) {
            return JSON.stringNode(text);
        }
        if (tag.equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return JSON.booleanNode(TRUE.contains(text.toLowerCase(Locale.ROOT)));
        }
        try {
            if (tag.equals(Tag.INT)) {
                return JSON.numberNode(integer(text));
            }
            if (tag.equals(Tag.FLOAT)) {
                return JSON.numberNode(new BigDecimal(text));
            }
        } catch (NumberFormatException e) {
            throw new Unreadable(scalar.getStartMark(), Text.of("workload.manifest.number"));
        }
        throw new Unreadable(scalar.getStartMark(), Text.of("workload.manifest.tag", tag.getValue()));
    }

    private static BigInteger integer(String text) {
        boolean negative = text.startsWith("-");
        String digits = text.startsWith("+") || negative ? text.substring(1) : text;
        BigInteger value;
        if (digits.startsWith("0x")) {
            value = new BigInteger(digits.substring(2), 16);
        } else if (digits.startsWith("0b")) {
            value = new BigInteger(digits.substring(2), 2);
        } else if (digits.length() > 1 && digits.startsWith("0")) {
            value = new BigInteger(digits.substring(digits.startsWith("0o") ? 2 : 1), 8);
        } else {
            value = new BigInteger(digits);
        }
        return negative ? value.negate() : value;
    }
}
