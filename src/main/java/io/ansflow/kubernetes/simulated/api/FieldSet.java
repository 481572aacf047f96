package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A set of fields of an object: those that somebody decides about. Written as {@code FieldsV1}.
 *
 * @see <a href="https://github.com/kubernetes-sigs/structured-merge-diff">structured-merge-diff</a>
 */
final class FieldSet {
    private static final String SELF = ".";

    private final Map<String, FieldSet> children = new TreeMap<>();
    private boolean member;

    /** Reads what {@link #write} writes. */
    static FieldSet read(JsonNode fields) {
        FieldSet set = new FieldSet();
        fields.forEachEntry((name, below) -> {
            if (name.equals(SELF)) {
                set.member = true;
            } else {
                FieldSet child = read(below);
                child.member |= below.isEmpty();
                set.children.put(name, child);
            }
        });
        return set;
    }

    ObjectNode write() {
        ObjectNode fields = Tree.object();
        children.forEach((name, child) -> {
            ObjectNode below = child.write();
            if (child.member && !below.isEmpty()) {
                ObjectNode withSelf = Tree.object();
                withSelf.putObject(SELF);
                withSelf.setAll(below);
                below = withSelf;
            }
            fields.set(name, below);
        });
        return fields;
    }

    FieldSet child(String name) {
        return children.computeIfAbsent(name, any -> new FieldSet());
    }

    Map<String, FieldSet> children() {
        return children;
    }

    boolean member() {
        return member;
    }

    /** The field itself belongs to the set. */
    FieldSet join() {
        member = true;
        return this;
    }

    boolean isEmpty() {
        return !member && children.values().stream().allMatch(FieldSet::isEmpty);
    }

    boolean has(List<String> path) {
        FieldSet set = this;
        for (String name : path) {
            set = set.children.get(name);
            if (set == null) {
                return false;
            }
        }
        return set.member;
    }

    void addAll(FieldSet other) {
        member |= other.member;
        other.children.forEach((name, below) -> child(name).addAll(below));
    }

    /** Without these fields, and without those below them. */
    void removeAll(FieldSet other) {
        other.children.forEach((name, below) -> {
            FieldSet mine = children.get(name);
            if (mine != null) {
                if (below.member) {
                    mine.member = false;
                }
                mine.removeAll(below);
                if (mine.isEmpty()) {
                    children.remove(name);
                }
            }
        });
    }

    /** What is in both. */
    FieldSet intersection(FieldSet other) {
        FieldSet both = new FieldSet();
        both.member = member && other.member;
        children.forEach((name, below) -> {
            FieldSet theirs = other.children.get(name);
            if (theirs != null) {
                FieldSet common = below.intersection(theirs);
                if (!common.isEmpty()) {
                    both.children.put(name, common);
                }
            }
        });
        return both;
    }

    FieldSet without(FieldSet other) {
        FieldSet rest = copy();
        rest.removeAll(other);
        return rest;
    }

    FieldSet copy() {
        FieldSet copy = new FieldSet();
        copy.addAll(this);
        return copy;
    }

    /** The paths of all members, each step as in {@code FieldsV1}. */
    List<List<String>> paths() {
        List<List<String>> paths = new ArrayList<>();
        collect(List.of(), paths);
        return paths;
    }

    private void collect(List<String> here, List<List<String>> paths) {
        if (member && !here.isEmpty()) {
            paths.add(here);
        }
        children.forEach((name, below) -> {
            List<String> path = new ArrayList<>(here);
            path.add(name);
            below.collect(path, paths);
        });
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof FieldSet set && write().equals(set.write()) && member == set.member;
    }

    @Override
    public int hashCode() {
        return write().hashCode();
    }

    @Override
    public String toString() {
        return write().toString();
    }

    /** A path as people read it: {@code .spec.containers[name="web"].image}. */
    static String show(List<String> path) {
        StringBuilder text = new StringBuilder();
        for (String step : path) {
            String value = step.substring(2);
            switch (step.charAt(0)) {
                case 'f' -> text.append('.').append(value);
                case 'k' -> {
                    text.append('[');
                    String separator = "";
                    for (Map.Entry<String, JsonNode> key :
                            JsonMapper.shared().readTree(value).properties()) {
                        text.append(separator).append(key.getKey()).append('=').append(key.getValue());
                        separator = ",";
                    }
                    text.append(']');
                }
                default -> text.append("[=").append(value).append(']');
            }
        }
        return text.toString();
    }
}
