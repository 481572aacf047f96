package io.ansflow.namespace;

import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.ManagedFields;
import io.ansflow.kubernetes.object.ObjectApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a person changed of labels and annotations: what was not touched stays as it is by now. */
final class MetadataEdit {
    private static final String LABELS = "labels";
    private static final String ANNOTATIONS = "annotations";

    private final NamespaceEdit edit;
    private final List<Part> parts;

    MetadataEdit(NamespaceEdit edit) {
        this.edit = edit;
        this.parts = List.of(
                part(LABELS, edit.seen().labels(), edit.labels()),
                part(ANNOTATIONS, edit.seen().annotations(), edit.annotations()));
    }

    /** The keys set to new values, and those removed, of labels or of annotations. */
    private record Part(String name, Map<String, String> set, Set<String> removed) {}

    /** A key to be removed that others decided about. */
    private record Foreign(String part, String key, List<String> owners) {}

    boolean empty() {
        return parts.stream()
                .allMatch(part -> part.set().isEmpty() && part.removed().isEmpty());
    }

    /** All that we shall decide about: as before, without what is removed, with what is set. */
    ObjectNode wanted(KubeObject now) {
        ManagedFields fields = new ManagedFields(now);
        List<Map<String, String>> wanted = new ArrayList<>();
        for (Part part : parts) {
            Map<String, String> texts = new LinkedHashMap<>(now.texts("metadata", part.name()));
            texts.keySet().retainAll(fields.ours("metadata", part.name()));
            texts.keySet().removeAll(part.removed());
            texts.putAll(part.set());
            wanted.add(texts);
        }
        ObjectNode object = NamespaceObject.of(now.name(), wanted.getFirst(), wanted.getLast());
        object.withObjectProperty("metadata").put("uid", edit.seen().uid());
        return object;
    }

    /** A patch that removes what others decided about; empty if there is nothing of theirs to remove. */
    Optional<ObjectNode> removalOfOthers(KubeObject now) {
        ObjectNode patch = JsonMapper.shared().createObjectNode();
        ObjectNode metadata = patch.putObject("metadata").put("uid", edit.seen().uid());
        List<Foreign> foreign = foreign(now);
        foreign.forEach(field -> metadata.withObjectProperty(field.part()).putNull(field.key()));
        return foreign.isEmpty() ? Optional.empty() : Optional.of(patch);
    }

    String othersToRemove(KubeObject now) {
        return foreign(now).stream()
                .flatMap(field -> field.owners().stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    String fieldsToRemove(KubeObject now) {
        return foreign(now).stream()
                .map(field -> ".metadata." + field.part() + "." + field.key())
                .collect(Collectors.joining(", "));
    }

    /** For the audit log: {@code labels team=a -tier; annotations owner}. Annotations can be long: their keys are enough. */
    String summary() {
        return parts.stream()
                .filter(part -> !part.set().isEmpty() || !part.removed().isEmpty())
                .map(MetadataEdit::summary)
                .collect(Collectors.joining("; "));
    }

    private static String summary(Part part) {
        StringBuilder text = new StringBuilder(part.name());
        part.set()
                .forEach((key, value) ->
                        text.append(' ').append(key).append(part.name().equals(LABELS) ? "=" + value : ""));
        part.removed().forEach(key -> text.append(" -").append(key));
        return text.toString();
    }

    private List<Foreign> foreign(KubeObject now) {
        ManagedFields fields = new ManagedFields(now);
        List<Foreign> foreign = new ArrayList<>();
        for (Part part : parts) {
            for (String key : part.removed()) {
                List<String> owners = fields.others("metadata", part.name(), key).stream()
                        .filter(owner -> !owner.equals(ObjectApi.FIELD_MANAGER))
                        .toList();
                if (!owners.isEmpty()) {
                    foreign.add(new Foreign(part.name(), key, owners));
                }
            }
        }
        return foreign;
    }

    private static Part part(String name, Map<String, String> seen, Map<String, String> wanted) {
        Map<String, String> set = new TreeMap<>(wanted);
        set.entrySet().removeAll(seen.entrySet());
        Set<String> removed = new TreeSet<>(seen.keySet());
        removed.removeAll(wanted.keySet());
        return new Part(name, set, removed);
    }
}
