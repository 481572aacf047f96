package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.object.Quantity;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Whether an object has the fields of its type, and nothing but them: what a decoder finds out before anybody validates. */
final class Conformity {
    private static final String QUANTITY =
            "quantities must match the regular expression" + " '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";

    private final List<String> unknown = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    private Conformity() {}

    /** @throws Rejection if it does not conform */
    static void check(Kind kind, ObjectRef ref, JsonNode object) {
        Conformity conformity = new Conformity();
        if (!kind.shape().equals(CustomShape.SHAPE)) {
            conformity.check(kind.shape(), object, "");
        } else {
            conformity.check(Schema.type("V1ObjectMeta"), object.path("metadata"), "metadata");
        }
        String what = kind.type().kind() + " in version \"" + kind.type().version() + "\" cannot be handled as a "
                + kind.type().kind() + ": ";
        if (!conformity.wrong.isEmpty()) {
            throw Rejection.invalid(ref, what + conformity.wrong.getFirst(), "");
        }
        if (!conformity.unknown.isEmpty()) {
            throw Rejection.invalid(ref, what + "strict decoding error: " + String.join(", ", conformity.unknown), "");
        }
    }

    private void check(Shape shape, JsonNode node, String path) {
        if (node.isNull() || node.isMissingNode()) {
            return;
        }
        switch (shape) {
            case Shape.Struct struct -> struct(struct, node, path);
            case Shape.Mapping mapping -> {
                if (expect(node.isObject(), node, path, "map")) {
                    node.forEachEntry((name, value) -> check(mapping.value(), value, path + "." + name));
                }
            }
            case Shape.Listing listing -> {
                if (expect(node.isArray(), node, path, "[]" + word(listing.element()))) {
                    for (int i = 0; i < node.size(); i++) {
                        check(listing.element(), node.get(i), path + "[" + i + "]");
                    }
                }
            }
            case Shape.Scalar scalar -> scalar(scalar, node, path);
        }
    }

    private void struct(Shape.Struct struct, JsonNode node, String path) {
        if (!expect(node.isObject(), node, path, struct.name())) {
            return;
        }
        node.forEachEntry((name, value) -> {
            String below = path.isEmpty() ? name : path + "." + name;
            Shape field = struct.field(name);
            if (field == null) {
                unknown.add("unknown field \"" + below + "\"");
            } else {
                check(field, value, below);
            }
        });
    }

    private void scalar(Shape.Scalar scalar, JsonNode node, String path) {
        switch (scalar) {
            case STRING -> expect(node.isString(), node, path, "string");
            case INTEGER -> expect(node.isIntegralNumber(), node, path, "int32");
            case NUMBER -> expect(node.isNumber(), node, path, "float64");
            case BOOLEAN -> expect(node.isBoolean(), node, path, "bool");
            case INT_OR_STRING -> expect(node.isIntegralNumber() || node.isString(), node, path, "int32");
            case QUANTITY -> {
                if (!node.isNumber() && Quantity.parse(node.asString("")).isEmpty()) {
                    wrong.add(QUANTITY);
                }
            }
            case ANY -> {}
        }
    }

    private boolean expect(boolean fits, JsonNode node, String path, String type) {
        if (!fits) {
            wrong.add("json: cannot unmarshal " + word(node) + " into Go struct field " + path + " of type " + type);
        }
        return fits;
    }

    private static String word(JsonNode node) {
        if (node.isContainer()) {
            return node.isObject() ? "object" : "array";
        }
        if (node.isBoolean()) {
            return "bool";
        }
        return node.isNumber() ? "number" : "string";
    }

    private static String word(Shape shape) {
        return shape instanceof Shape.Struct struct ? struct.name() : "string";
    }
}
