package io.ansflow.cluster;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.simulated.SimulatedAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A registered cluster and what is known of it. Never holds a credential.
 *
 * @param revision grows with every edit by a person, never by a check; also when another cluster becomes the default
 *     instead of this one
 * @param storedCredentials names of the authentication fields that have a stored value
 * @param credentialExpiresAt when the credential ends by its own word, or null if it does not say
 */
public record Cluster(
        ClusterId id,
        int revision,
        String name,
        String description,
        ClusterType type,
        Environment environment,
        String defaultNamespace,
        boolean defaultCluster,
        URI server,
        String authMethod,
        Set<String> storedCredentials,
        boolean verifyTls,
        @Nullable Instant credentialExpiresAt,
        ClusterStatus status) {

    /** Whether it exists in memory only; its address says so. */
    public boolean simulated() {
        return SimulatedAddress.is(server);
    }
}
