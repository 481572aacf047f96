package io.ansflow.inventory;

import io.ansflow.base.ClusterId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts what is in namespaces: one query for all of them, of which each kind and namespace is a range of the unique index
 * over cluster, kind, namespace and name.
 */
@Component
class NamespaceCounts {
    private static final String NAMESPACES = "namespaces";

    private final JdbcClient database;
    private final SyncStates states;

    NamespaceCounts(JdbcClient database, SyncStates states) {
        this.database = database;
        this.states = states;
    }

    Map<ResourceKey, Map<KindId, Long>> of(Collection<ResourceKey> namespaces, Set<KindId> kinds) {
        Set<ClusterId> clusters = namespaces.stream().map(ResourceKey::cluster).collect(Collectors.toSet());
        Map<ClusterId, Set<KindId>> readable = readable(clusters);
        Map<ResourceKey, Map<KindId, Long>> counted =
                namespaces.isEmpty() || kinds.isEmpty() ? Map.of() : counted(namespaces, clusters, kinds);
        Map<ResourceKey, Map<KindId, Long>> counts = new LinkedHashMap<>();
        for (ResourceKey namespace : namespaces) {
            Map<KindId, Long> here = counted.getOrDefault(namespace, Map.of());
            Map<KindId, Long> known = new HashMap<>();
            kinds.stream()
                    .filter(readable.getOrDefault(namespace.cluster(), Set.of())::contains)
                    .forEach(kind -> known.put(kind, here.getOrDefault(kind, 0L)));
            counts.put(namespace, known);
        }
        return counts;
    }

    /** The kinds of which it is known what there is, be it nothing. */
    private Map<ClusterId, Set<KindId>> readable(Set<ClusterId> clusters) {
        return states.of(clusters).stream()
                .filter(state -> state.asOf() != null && state.status() != SyncStatus.FORBIDDEN)
                .collect(Collectors.groupingBy(
                        KindState::cluster, Collectors.mapping(KindState::kind, Collectors.toSet())));
    }

    private Map<ResourceKey, Map<KindId, Long>> counted(
            Collection<ResourceKey> namespaces, Set<ClusterId> clusters, Set<KindId> kinds) {
        Condition which = Condition.is("n.kind", NAMESPACES)
                .and(Condition.is("n.namespace", ""))
                .and(Condition.in(
                        "n.name",
                        namespaces.stream().map(ResourceKey::name).distinct().toList()))
                .and(Condition.in(
                        "n.cluster_id", clusters.stream().map(ClusterId::value).toList()));
        List<String> parts = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        for (KindId kind : kinds) {
            parts.add("select r.cluster_id, r.namespace, r.kind, count(*) from resource n"
                    + " join resource r on r.cluster_id = n.cluster_id and r.kind = ? and r.namespace = n.name where "
                    + which.sql() + " group by r.cluster_id, r.namespace, r.kind");
            parameters.add(kind.value());
            parameters.addAll(which.parameters());
        }
        Map<ResourceKey, Map<KindId, Long>> counted = new HashMap<>();
        database.sql(String.join(" union all ", parts)).params(parameters).query(row -> {
            var namespace =
                    new ResourceKey(new ClusterId(row.getLong(1)), new KindId(NAMESPACES), "", row.getString(2));
            counted.computeIfAbsent(namespace, key -> new HashMap<>())
                    .put(new KindId(row.getString(3)), row.getLong(4));
        });
        return counted;
    }
}
