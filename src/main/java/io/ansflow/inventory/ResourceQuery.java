package io.ansflow.inventory;

import io.ansflow.base.ClusterId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which resources are wanted: those that fulfil every part. An empty part allows all.
 *
 * @param kinds any of them
 * @param clusters any of them
 * @param namespaces any of them, by their exact names
 * @param health any of them
 * @param labels all of them
 * @param text words between spaces, in any case, all of which must be found: where a word of the name begins, or where a
 *     namespace, a part of an image's path, a node, an address, a label or the value of a label begins
 */
public record ResourceQuery(
        Set<KindId> kinds,
        Set<ClusterId> clusters,
        Set<String> namespaces,
        Set<Health> health,
        List<Label> labels,
        String text) {
    public static final ResourceQuery ALL = new ResourceQuery(Set.of(), Set.of(), Set.of(), Set.of(), List.of(), "");

    public ResourceQuery {
        kinds = Set.copyOf(kinds);
        clusters = Set.copyOf(clusters);
        namespaces = Set.copyOf(namespaces);
        health = Set.copyOf(health);
        labels = List.copyOf(labels);
    }

    /**
     * A label that a resource must have.
     *
     * @param value must be equal; null if any will do
     */
    public record Label(String key, @Nullable String value) {

        /** Reads {@code key} or {@code key=value}. */
        public static Label parse(String text) {
            int equals = text.indexOf('=');
            return equals < 0
                    ? new Label(text.strip(), null)
                    : new Label(
                            text.substring(0, equals).strip(),
                            text.substring(equals + 1).strip());
        }

        @Override
        public String toString() {
            return value == null ? key : key + "=" + value;
        }
    }

    public static ResourceQuery of(KindId kind) {
        return ALL.kinds(Set.of(kind));
    }

    public ResourceQuery kinds(Set<KindId> wanted) {
        return new ResourceQuery(wanted, clusters, namespaces, health, labels, text);
    }

    public ResourceQuery clusters(Set<ClusterId> wanted) {
        return new ResourceQuery(kinds, wanted, namespaces, health, labels, text);
    }

    public ResourceQuery namespaces(Set<String> wanted) {
        return new ResourceQuery(kinds, clusters, wanted, health, labels, text);
    }

    public ResourceQuery health(Set<Health> wanted) {
        return new ResourceQuery(kinds, clusters, namespaces, wanted, labels, text);
    }

    public ResourceQuery labels(List<Label> wanted) {
        return new ResourceQuery(kinds, clusters, namespaces, health, wanted, text);
    }

    public ResourceQuery text(String wanted) {
        return new ResourceQuery(kinds, clusters, namespaces, health, labels, wanted);
    }
}
