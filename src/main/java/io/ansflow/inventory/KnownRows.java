package io.ansflow.inventory;

import io.ansflow.base.ClusterId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells a sync what is stored. */
@Component
class KnownRows {
    private static final int FETCH_SIZE = 5000;

    private final JdbcClient database;

    KnownRows(JdbcClient database) {
        this.database = database;
    }

    /** An id from which on none was ever taken. */
    long nextId(ClusterId cluster) {
        long unreserved = database.sql("select coalesce(max(next_row_id), ?) from cluster_sync where cluster_id = ?")
                .param(RowIds.first(cluster))
                .param(cluster.value())
                .query(Long.class)
                .single();
        long unused = database.sql("select coalesce(max(id) + 1, ?) from resource where id >= ? and id < ?")
                .param(RowIds.first(cluster))
                .param(RowIds.first(cluster))
                .param(RowIds.end(cluster))
                .query(Long.class)
                .single();
        return Math.max(unreserved, unused);
    }

    /** All rows of a kind in a cluster. */
    Map<RowKey, KnownRow> rows(ClusterId cluster, KindId kind) {
        Map<RowKey, KnownRow> known = new HashMap<>();
        Map<String, String> namespaces = new HashMap<>();
        database.sql("select id, namespace, name, uid, resource_version from resource"
                        + " where cluster_id = ? and kind = ?")
                .withFetchSize(FETCH_SIZE)
                .param(cluster.value())
                .param(kind.value())
                .query(row -> {
                    String namespace = namespaces.computeIfAbsent(row.getString(2), text -> text);
                    known.put(
                            new RowKey(namespace, row.getString(3)),
                            new KnownRow(row.getLong(1), row.getString(4), row.getString(5)));
                });
        return known;
    }

    /** How many rows of a kind in a cluster there are. */
    long count(ClusterId cluster, KindId kind) {
        return database.sql("select count(*) from resource where cluster_id = ? and kind = ?")
                .param(cluster.value())
                .param(kind.value())
                .query(Long.class)
                .single();
    }

    /** Those of the rows that are stored. */
    Map<RowKey, KnownRow> rows(ClusterId cluster, KindId kind, Collection<RowKey> keys) {
        Map<String, Set<String>> names = new TreeMap<>();
        keys.forEach(key -> names.computeIfAbsent(key.namespace(), namespace -> new TreeSet<>())
                .add(key.name()));
        Map<RowKey, KnownRow> known = new HashMap<>();
        names.forEach((namespace, wanted) -> database.sql(
                        "select id, name, uid, resource_version from resource"
                                + " where cluster_id = :cluster and kind = :kind and namespace = :namespace and name in (:names)")
                .param("cluster", cluster.value())
                .param("kind", kind.value())
                .param("namespace", namespace)
                .param("names", wanted)
                .query(row -> {
                    known.put(
                            new RowKey(namespace, row.getString(2)),
                            new KnownRow(row.getLong(1), row.getString(3), row.getString(4)));
                }));
        return known;
    }
}
