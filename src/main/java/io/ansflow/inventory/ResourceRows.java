package io.ansflow.inventory;

import io.ansflow.base.ClusterId;
import io.ansflow.base.StoredTimes;
import io.ansflow.inventory.Resource.Freshness;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads stored rows as people see them: with the name of their cluster and how far they can be trusted. */
@Component
class ResourceRows {
    static final String COLUMNS = "id, cluster_id, kind, namespace, name, uid, resource_version, health, status,"
            + " created_at, cells, labels, owners";
    private static final Freshness UNTRUSTED = new Freshness(Instant.EPOCH, true);

    private final JdbcClient database;
    private final SyncStates states;

    ResourceRows(JdbcClient database, SyncStates states) {
        this.database = database;
        this.states = states;
    }

    /** Reads some rows; the name of their cluster and their freshness are still missing. */
    List<Resource> read(String sql, List<Object> parameters) {
        return database.sql(sql)
                .params(parameters)
                .query((row, number) -> bare(row))
                .list();
    }

    /** Adds what is not of the rows themselves; without the ones of clusters that are gone. */
    List<Resource> complete(List<Resource> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        Set<ClusterId> clusters = new HashSet<>();
        bare.forEach(resource -> clusters.add(resource.key().cluster()));
        Map<ClusterId, String> names = names(clusters);
        Map<ClusterId, Map<KindId, Freshness>> freshness = freshness(clusters);
        return bare.stream()
                .filter(resource -> names.containsKey(resource.key().cluster()))
                .map(resource -> complete(
                        resource,
                        Objects.requireNonNull(names.get(resource.key().cluster())),
                        freshness
                                .getOrDefault(resource.key().cluster(), Map.of())
                                .getOrDefault(resource.key().kind(), UNTRUSTED)))
                .toList();
    }

    private Map<ClusterId, String> names(Collection<ClusterId> clusters) {
        Map<ClusterId, String> names = new HashMap<>();
        database.sql("select id, name from cluster where id in (:ids)")
                .param("ids", clusters.stream().map(ClusterId::value).toList())
                .query(row -> {
                    names.put(new ClusterId(row.getLong(1)), row.getString(2));
                });
        return names;
    }

    private Map<ClusterId, Map<KindId, Freshness>> freshness(Collection<ClusterId> clusters) {
        Map<ClusterId, Map<KindId, Freshness>> freshness = new HashMap<>();
        for (KindState state : states.of(clusters)) {
            Instant asOf = state.asOf();
            freshness
                    .computeIfAbsent(state.cluster(), cluster -> new HashMap<>())
                    .put(state.kind(), asOf == null ? UNTRUSTED : new Freshness(asOf, state.stale()));
        }
        return freshness;
    }

    private static Resource bare(ResultSet row) throws SQLException {
        return new Resource(
                row.getLong("id"),
                new ResourceKey(
                        new ClusterId(row.getLong("cluster_id")),
                        new KindId(row.getString("kind")),
                        row.getString("namespace"),
                        row.getString("name")),
                "",
                row.getString("uid"),
                Health.ofRank(row.getInt("health")),
                row.getString("status"),
                RowMapper.cells(row.getString("cells")),
                RowMapper.labels(row.getString("labels")),
                RowMapper.owners(row.getString("owners")),
                row.getString("resource_version"),
                RowMapper.createdAt(StoredTimes.read(row, "created_at")),
                UNTRUSTED);
    }

    private static Resource complete(Resource bare, String clusterName, Freshness freshness) {
        return new Resource(
                bare.id(),
                bare.key(),
                clusterName,
                bare.uid(),
                bare.health(),
                bare.status(),
                bare.cells(),
                bare.labels(),
                bare.owners(),
                bare.resourceVersion(),
                bare.createdAt(),
                freshness);
    }
}
