package io.ansflow.kubernetes.object;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object as the API server tells it. Immutable; its {@code toString} names it and shows nothing of its content.
 *
 * <p>Values of Secrets are replaced by {@value #MASK} unless they were {@linkplain ObjectApi#reveal asked for}.
 */
public final class KubeObject {
    /** Stands for the value of a Secret. No base64, so no API server takes it for one. */
    public static final String MASK = "••••••••";

    private final ObjectNode tree;

    /** @param tree is copied */
    public KubeObject(ObjectNode tree) {
        this.tree = tree.deepCopy();
    }

    public String apiVersion() {
        return text("apiVersion");
    }

    public String kind() {
        return text("kind");
    }

    /** Empty for types without namespaces. */
    public String namespace() {
        return text("metadata", "namespace");
    }

    public String name() {
        return text("metadata", "name");
    }

    public String uid() {
        return text("metadata", "uid");
    }

    public String resourceVersion() {
        return text("metadata", "resourceVersion");
    }

    public Map<String, String> labels() {
        return texts("metadata", "labels");
    }

    public Map<String, String> annotations() {
        return texts("metadata", "annotations");
    }

    /** Whether it is being deleted. */
    public boolean deleting() {
        return !text("metadata", "deletionTimestamp").isEmpty();
    }

    /** When it was created, by the cluster's clock; null if it does not say. */
    public @Nullable Instant createdAt() {
        return time("metadata", "creationTimestamp");
    }

    /** What stands at the end of the path; a missing node if nothing does. Must not be changed. */
    public JsonNode at(String... path) {
        JsonNode node = tree;
        for (String name : path) {
            node = node.path(name);
        }
        return node;
    }

    /** The text there; empty if there is none. */
    public String text(String... path) {
        return at(path).asString("");
    }

    /** The whole number there, or the default if there is none. */
    public long number(long orElse, String... path) {
        JsonNode node = at(path);
        return node.isIntegralNumber() ? node.longValue() : orElse;
    }

    /** The moment there; null if there is none. */
    public @Nullable Instant time(String... path) {
        try {
            String text = text(path);
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The texts of the mapping there by their keys, in order; none if there is no mapping. */
    public Map<String, String> texts(String... path) {
        Map<String, String> texts = new LinkedHashMap<>();
        at(path).forEachEntry((key, value) -> texts.put(key, value.asString("")));
        return texts;
    }

    /** A copy to be changed. */
    public ObjectNode copy() {
        return tree.deepCopy();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KubeObject object && object.tree.equals(tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    @Override
    public String toString() {
        return kind() + " " + (namespace().isEmpty() ? "" : namespace() + "/") + name();
    }
}
