package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.object.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What is wrong with an object, field by field, in the words of {@code k8s.io/apimachinery/pkg/util/validation/field}. */
final class Complaints {
    static final String NOT_NEGATIVE = "must be greater than or equal to 0";

    private final List<Complaint> all = new ArrayList<>();

    private record Complaint(String field, String message) {}

    void invalid(String field, JsonNode value, String detail) {
        invalid(field, value.toString(), detail);
    }

    /** @param value as it is to be shown */
    void invalid(String field, String value, String detail) {
        all.add(new Complaint(field, "Invalid value: " + value + ": " + detail));
    }

    void required(String field, String detail) {
        all.add(new Complaint(field, "Required value" + (detail.isEmpty() ? "" : ": " + detail)));
    }

    void forbidden(String field, String detail) {
        all.add(new Complaint(field, "Forbidden: " + detail));
    }

    void duplicate(String field, JsonNode value) {
        all.add(new Complaint(field, "Duplicate value: " + value));
    }

    void notFound(String field, JsonNode value) {
        all.add(new Complaint(field, "Not found: " + value));
    }

    void unsupported(String field, JsonNode value, List<String> supported) {
        String values = supported.stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(", "));
        all.add(new Complaint(field, "Unsupported value: " + value + ": supported values: " + values));
    }

    /** @throws Rejection if there are any */
    void refuse(Kind kind, ObjectRef ref) {
        if (all.isEmpty()) {
            return;
        }
        String fields = all.stream().map(Complaint::field).distinct().collect(Collectors.joining(", "));
        List<String> texts =
                all.stream().map(one -> one.field() + ": " + one.message()).toList();
        String list = texts.size() == 1 ? texts.getFirst() : "[" + String.join(", ", texts) + "]";
        String group = kind.type().group().isEmpty() ? "" : "." + kind.type().group();
        throw Rejection.invalid(
                ref, kind.type().kind() + group + " \"" + ref.name() + "\" is invalid: " + list, fields);
    }
}
