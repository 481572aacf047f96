package io.ansflow.cluster;

import io.ansflow.base.ClusterId;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what is known of clusters, from three tables and the checks under way. */
@Component
class ClusterReader {
    private final ClusterRepository clusters;
    private final StatusRepository statuses;
    private final CredentialStore credentials;
    private final RunningChecks running;

    ClusterReader(
            ClusterRepository clusters, StatusRepository statuses, CredentialStore credentials, RunningChecks running) {
        this.clusters = clusters;
        this.statuses = statuses;
        this.credentials = credentials;
        this.running = running;
    }

    @Transactional(readOnly = true)
    public List<Cluster> list() {
        Map<Long, StatusEntity> status =
                statuses.findAll().stream().collect(Collectors.toMap(found -> found.clusterId, Function.identity()));
        Map<ClusterId, Set<String>> fields = credentials.fields();
        return clusters.findAllByOrderByNameKey().stream()
                .map(cluster -> cluster(
                        cluster,
                        status.getOrDefault(cluster.id, new StatusEntity(cluster.id)),
                        fields.getOrDefault(new ClusterId(cluster.id), Set.of())))
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Cluster> find(ClusterId id) {
        return clusters.findById(id.value())
                .map(cluster -> cluster(
                        cluster,
                        statuses.findById(id.value()).orElseGet(() -> new StatusEntity(id.value())),
                        credentials.fields(id)));
    }

    @Transactional(readOnly = true)
    public Optional<Cluster> find(String name) {
        return clusters.findByNameKey(ClusterEntity.key(name.strip())).flatMap(found -> find(new ClusterId(found.id)));
    }

    private Cluster cluster(ClusterEntity cluster, StatusEntity status, Set<String> storedFields) {
        ClusterId id = new ClusterId(cluster.id);
        return new Cluster(
                id,
                cluster.revision,
                cluster.name,
                cluster.description,
                cluster.type,
                cluster.environment,
                cluster.defaultNamespace,
                cluster.defaultCluster != null,
                URI.create(cluster.server),
                cluster.authMethod,
                Set.copyOf(storedFields),
                cluster.verifyTls,
                cluster.credentialExpiresAt,
                new ClusterStatus(
                        status.reachability,
                        status.failures,
                        status.checkedAt,
                        status.nextCheckAt,
                        status.since,
                        status.consecutiveFailures,
                        status.facts(),
                        status.factsAt,
                        running.of(id)));
    }
}
