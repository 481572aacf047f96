package io.ansflow.cli;

import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.ClusterStatus;
import io.ansflow.cluster.ClusterType;
import io.ansflow.cluster.Environment;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.Diagnosis.Facts;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.Reachability;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A registered cluster, as {@code cluster list} and {@code cluster show} give it to programs: the components are the
 * JSON. Version and numbers are what was last read, at {@code factsAt}; null where nothing was.
 */
record ClusterReport(
        String cluster,
        String description,
        ClusterType type,
        Environment environment,
        URI server,
        boolean simulated,
        String auth,
        boolean verifyTls,
        String defaultNamespace,
        boolean defaultCluster,
        @Nullable Instant credentialExpiresAt,
        Reachability reachability,
        @Nullable FailureCode code,
        @Nullable String message,
        @Nullable Instant since,
        @Nullable Instant checkedAt,
        @Nullable Instant nextCheckAt,
        @Nullable Instant factsAt,
        @Nullable String version,
        @Nullable String user,
        @Nullable Long namespaces,
        CheckReport.Nodes nodes,
        CheckReport.Pods pods) {

    static ClusterReport of(Cluster cluster, Terminal terminal) {
        ClusterStatus status = cluster.status();
        Facts facts = status.facts();
        ClusterFailure failure =
                status.failures().isEmpty() ? null : status.failures().getFirst();
        return new ClusterReport(
                cluster.name(),
                cluster.description(),
                cluster.type(),
                cluster.environment(),
                cluster.server(),
                cluster.simulated(),
                cluster.authMethod(),
                cluster.verifyTls(),
                cluster.defaultNamespace(),
                cluster.defaultCluster(),
                cluster.credentialExpiresAt(),
                status.reachability(),
                failure == null ? null : failure.code(),
                failure == null ? null : terminal.text(failure.message()),
                status.since(),
                status.checkedAt(),
                status.nextCheckAt(),
                status.factsAt(),
                facts == null ? null : facts.version(),
                facts == null ? null : facts.user(),
                facts == null ? null : facts.namespaces(),
                CheckReport.Nodes.of(facts),
                CheckReport.Pods.of(facts));
    }

    /** Whether version and numbers are older than the last check. */
    boolean stale() {
        return factsAt != null && !factsAt.equals(checkedAt);
    }
}
