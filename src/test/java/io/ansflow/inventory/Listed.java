package io.ansflow.inventory;

import io.ansflow.testing.RealApi;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What an API server lists, past all that is under test. */
final class Listed {
    private Listed() {}

    /** {@code namespace/name uid resourceVersion} of all objects under a path. */
    static Set<String> under(RealApi api, String path) {
        Set<String> there = new TreeSet<>();
        for (JsonNode item : api.get(path).path("items")) {
            JsonNode metadata = item.path("metadata");
            there.add(metadata.path("namespace").asString("") + "/"
                    + metadata.path("name").asString() + " "
                    + metadata.path("uid").asString() + " "
                    + metadata.path("resourceVersion").asString());
        }
        return there;
    }
}
