package io.ansflow.cluster;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cluster as a person describes it, to be tested, registered or changed. Holds secrets: its {@code toString} shows none.
 *
 * @param name see {@link ClusterName}; surrounding spaces are dropped
 * @param description at most 500 characters, may be empty
 * @param defaultNamespace an RFC 1123 label
 * @param defaultCluster whether it becomes the one default cluster
 * @param server the API server's address as typed, or null where the method of authentication tells it
 * @param authMethod id of an {@link io.ansflow.kubernetes.auth.AuthMethod}
 * @param credentials by field name; when a cluster is changed, a field that is absent keeps its stored value
 * @param verifyTls false if the person switched TLS verification off
 */
public record ClusterDraft(
        String name,
        String description,
        ClusterType type,
        Environment environment,
        String defaultNamespace,
        boolean defaultCluster,
        @Nullable String server,
        String authMethod,
        Map<String, String> credentials,
        boolean verifyTls) {
    public ClusterDraft {
        name = name.strip();
        credentials = Map.copyOf(credentials);
    }

    @Override
    public String toString() {
        return "ClusterDraft[" + name + ", " + server + ", " + authMethod + ", " + credentials.keySet() + "]";
    }
}
