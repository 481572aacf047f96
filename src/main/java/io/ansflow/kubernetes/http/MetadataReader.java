package io.ansflow.kubernetes.http;

import io.ansflow.kubernetes.OwnerReference;
import io.ansflow.kubernetes.TableRow;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads of an object in a Table what a row keeps of its metadata. Managed fields, half of the bytes, and annotations,
 * where copies of whole objects hide, are passed over as they come.
 */
final class MetadataReader {
    private static final int MOST_OWNERS = 50;
    private static final int MOST_LABELS = 1000;

    private String namespace = "";
    private String name = "";
    private String uid = "";
    private String resourceVersion = "";
    private @Nullable Instant createdAt;
    private boolean deleting;
    private Map<String, String> labels = Map.of();
    private List<OwnerReference> owners = List.of();

    /** Begins a new row. */
    void forget() {
        namespace = "";
        name = "";
        uid = "";
        resourceVersion = "";
        createdAt = null;
        deleting = false;
        labels = Map.of();
        owners = List.of();
    }

    TableRow row(List<String> headings, List<@Nullable String> cells) {
        return new TableRow(
                headings, cells, namespace, name, uid, resourceVersion, createdAt, deleting, labels, owners);
    }

    /** Reads the object at the parser's token to its end; null for a table without objects. */
    void readObject(JsonParser json, JsonToken value) {
        if (value != JsonToken.START_OBJECT) {
            return;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean isMetadata = json.currentName().equals("metadata");
            if (json.nextToken() == JsonToken.START_OBJECT && isMetadata) {
                readMetadata(json);
            } else {
                json.skipChildren();
            }
        }
    }

    private void readMetadata(JsonParser json) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            switch (field) {
                case "namespace" -> namespace = json.getValueAsString("");
                case "name" -> name = json.getValueAsString("");
                case "uid" -> uid = json.getValueAsString("");
                case "resourceVersion" -> resourceVersion = json.getValueAsString("");
                case "creationTimestamp" -> createdAt = moment(json.getValueAsString(""));
                case "deletionTimestamp" -> deleting = value == JsonToken.VALUE_STRING;
                case "labels" -> labels = labels(json, value);
                case "ownerReferences" -> owners = owners(json, value);
                default -> json.skipChildren();
            }
        }
    }

    private static Map<String, String> labels(JsonParser json, JsonToken value) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (value == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = json.currentName();
                json.nextToken();
                if (labels.size() < MOST_LABELS) {
                    labels.put(key, json.getValueAsString(""));
                }
                json.skipChildren();
            }
        }
        return labels;
    }

    private static List<OwnerReference> owners(JsonParser json, JsonToken value) {
        List<OwnerReference> owners = new ArrayList<>();
        if (value == JsonToken.START_ARRAY) {
            while (json.nextToken() == JsonToken.START_OBJECT) {
                OwnerReference owner = owner(json);
                if (owners.size() < MOST_OWNERS) {
                    owners.add(owner);
                }
            }
        }
        return owners;
    }

    private static OwnerReference owner(JsonParser json) {
        String kind = "";
        String name = "";
        String uid = "";
        boolean controller = false;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "kind" -> kind = json.getValueAsString("");
                case "name" -> name = json.getValueAsString("");
                case "uid" -> uid = json.getValueAsString("");
                case "controller" -> controller = json.getValueAsBoolean();
                default -> json.skipChildren();
            }
        }
        return new OwnerReference(kind, name, uid, controller);
    }

    private static @Nullable Instant moment(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
