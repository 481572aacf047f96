package io.ansflow.cluster;

import io.ansflow.kubernetes.Diagnosis.Facts;
import io.ansflow.kubernetes.NodeCount;
import io.ansflow.kubernetes.Reachability;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the checks found out about a cluster, as stored. */
@Entity
@Table(name = "cluster_status")
class StatusEntity {
    @Id
    long clusterId;

    @Version
    int revision;

    @Enumerated(EnumType.STRING)
    Reachability reachability = Reachability.UNKNOWN;

    @Convert(converter = FailuresConverter.class)
    List<io.ansflow.kubernetes.ClusterFailure> failures = List.of();

    @Nullable
    Instant checkedAt;

    @Nullable
    Instant nextCheckAt;

    @Nullable
    Instant since;

    int consecutiveFailures;

    @Nullable
    Instant factsAt;

    @Nullable
    String version;

    @Column(name = "identity")
    @Nullable
    String user;

    @Nullable
    Long namespaces;

    @Nullable
    Long nodesTotal;

    @Nullable
    Long nodesReady;

    @Nullable
    Long podsTotal;

    @Nullable
    Long podsRunning;

    @Nullable
    Long roundTripMicros;

    protected StatusEntity() {}

    StatusEntity(long clusterId) {
        this.clusterId = clusterId;
    }

    void read(Facts facts, Instant at) {
        factsAt = at;
        version = facts.version();
        user = facts.user();
        namespaces = facts.namespaces();
        nodesTotal = facts.nodes() == null ? null : facts.nodes().total();
        nodesReady = facts.nodes() == null ? null : facts.nodes().ready();
        podsTotal = facts.podsTotal();
        podsRunning = facts.podsRunning();
        roundTripMicros = facts.roundTrip().toNanos() / 1000;
    }

    @Nullable
    Facts facts() {
        if (version == null) {
            return null;
        }
        NodeCount nodes = nodesTotal == null || nodesReady == null ? null : new NodeCount(nodesTotal, nodesReady);
        Duration roundTrip = Duration.ofNanos(roundTripMicros == null ? 0 : roundTripMicros * 1000);
        return new Facts(version, user, namespaces, nodes, podsTotal, podsRunning, roundTrip);
    }
}
