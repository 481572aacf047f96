package io.ansflow.kubernetes.http;

import io.ansflow.kubernetes.object.ResourceType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a server says about the groups and types that it serves. */
final class ApiLists {
    private static final JsonMapper JSON = new JsonMapper();

    private ApiLists() {}

    /** Of an {@code APIGroup}, the preferred version first. */
    static List<String> versions(InputStream body) throws IOException {
        JsonNode group = expected(body, "APIGroup");
        Stream<String> preferred =
                Stream.of(group.path("preferredVersion").path("version").asString(""));
        Stream<String> all = StreamSupport.stream(group.path("versions").spliterator(), false)
                .map(version -> version.path("version").asString(""));
        return Stream.concat(preferred, all)
                .filter(version -> !version.isEmpty())
                .distinct()
                .toList();
    }

    /** Of an {@code APIResourceList}, without subresources. */
    static List<ResourceType> types(InputStream body, String group, String version) throws IOException {
        return StreamSupport.stream(
                        expected(body, "APIResourceList").path("resources").spliterator(), false)
                .filter(resource -> ResourceType.isPlural(resource.path("name").asString("")))
                .map(resource -> type(resource, group, version))
                .toList();
    }

    private static ResourceType type(JsonNode resource, String group, String version) {
        String plural = resource.path("name").asString("");
        return new ResourceType(
                group,
                version,
                plural,
                resource.path("kind").asString(""),
                resource.path("namespaced").asBoolean(false));
    }

    private static JsonNode expected(InputStream body, String kind) throws IOException {
        JsonNode tree = JSON.readTree(body);
        if (!tree.path("kind").asString("").equals(kind)) {
            throw new Malformed("no " + kind);
        }
        return tree;
    }
}
