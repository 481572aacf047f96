package io.ansflow.kubernetes.object;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Who decided about the fields of an object ({@code metadata.managedFields}).
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/server-side-apply/">Server-side apply</a>
 */
public final class ManagedFields {
    private static final String FIELD = "f:";

    private final JsonNode managers;

    public ManagedFields(KubeObject object) {
        this.managers = object.at("metadata", "managedFields");
    }

    /** The keys right under the path that were applied by us. */
    public Set<String> ours(String... path) {
        return StreamSupport.stream(managers.spliterator(), false)
                .filter(ManagedFields::isOurs)
                .flatMap(entry -> at(entry, path).propertyNames().stream())
                .filter(name -> name.startsWith(FIELD))
                .map(name -> name.substring(FIELD.length()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Who, besides us, decided about the field at the path. */
    public List<String> others(String... path) {
        return StreamSupport.stream(managers.spliterator(), false)
                .filter(entry -> !isOurs(entry) && !at(entry, path).isMissingNode())
                .map(entry -> entry.path("manager").asString(""))
                .distinct()
                .toList();
    }

    private static boolean isOurs(JsonNode entry) {
        return entry.path("manager").asString("").equals(ObjectApi.FIELD_MANAGER)
                && entry.path("operation").asString("").equals("Apply");
    }

    private static JsonNode at(JsonNode entry, String... path) {
        JsonNode fields = entry.path("fieldsV1");
        for (String name : path) {
            fields = fields.path(FIELD + name);
        }
        return fields;
    }
}
