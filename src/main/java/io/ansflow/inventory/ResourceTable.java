package io.ansflow.inventory;

import io.ansflow.base.ClusterId;
import io.ansflow.base.StoredTimes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads and writes the stored rows, in batches, through JDBC. */
@Component
class ResourceTable {
    /** Ids of a cluster's rows begin with the cluster's. */
    private static final int ID_BITS = 40;

    private static final int FETCH_SIZE = 5000;

    /** A row is at most some 100 kB, and a statement may be 16 MB in MariaDB unless it is told otherwise. */
    private static final int ROWS_AT_ONCE = 50;

    private static final MultiRowInsert INSERT = new MultiRowInsert(
            "resource",
            "id, cluster_id, kind, namespace, name, uid, resource_version, health, status, created_at, cells, labels,"
                    + " owners, search_text",
            ROWS_AT_ONCE);
    private static final String UPDATE = "update resource set uid = ?, resource_version = ?, health = ?, status = ?,"
            + " created_at = ?, cells = ?, labels = ?, owners = ?, search_text = ? where id = ?";
    private static final String DELETE = "delete from resource where id = ?";

    private final JdbcTemplate jdbc;
    private final PostingTable postings;
    private final JdbcClient database;

    ResourceTable(JdbcTemplate jdbc, PostingTable postings) {
        this.jdbc = jdbc;
        this.postings = postings;
        this.database = JdbcClient.create(jdbc);
    }

    /** What has to be known of a stored row to tell whether it is still true. */
    static final class Known {
        /** Negative as long as the row is not written. */
        long id;

        private final String uid;
        private final String resourceVersion;
        boolean seen;

        Known(long id, String uid, String resourceVersion) {
            this.id = id;
            this.uid = uid;
            this.resourceVersion = resourceVersion;
        }

        boolean is(String otherUid, String otherVersion) {
            return uid.equals(otherUid) && resourceVersion.equals(otherVersion);
        }
    }

    /** The smallest id that a row of the cluster may have. */
    static long firstId(ClusterId cluster) {
        return cluster.value() << ID_BITS;
    }

    /** One more than the highest id that a row of the cluster may have. */
    static long endOfIds(ClusterId cluster) {
        return (cluster.value() + 1) << ID_BITS;
    }

    /** An id from which on none was ever taken. */
    long nextId(ClusterId cluster) {
        long unreserved = database.sql("select coalesce(max(next_row_id), ?) from cluster_sync where cluster_id = ?")
                .param(firstId(cluster))
                .param(cluster.value())
                .query(Long.class)
                .single();
        long unused = database.sql("select coalesce(max(id) + 1, ?) from resource where id >= ? and id < ?")
                .param(firstId(cluster))
                .param(firstId(cluster))
                .param(endOfIds(cluster))
                .query(Long.class)
                .single();
        return Math.max(unreserved, unused);
    }

    /**
     * Makes new rows of a kind be found by their terms before they are there: a term that finds nothing does no harm.
     *
     * @param block of which no id was ever taken before, nor will be again
     * @param groups some bytes of groups of terms by their prefixes, in order
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void index(ClusterId cluster, KindId kind, long block, Collection<Map.Entry<String, byte[]>> groups) {
        database.sql("update cluster_sync set next_row_id = ? where cluster_id = ?")
                .param((block + 1) * Postings.BLOCK)
                .param(cluster.value())
                .update();
        postings.insert(kind, block, groups);
    }

    /** All rows of a kind in a cluster. */
    Map<RowKey, Known> known(ClusterId cluster, KindId kind) {
        Map<RowKey, Known> known = new HashMap<>();
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
                            new Known(row.getLong(1), row.getString(4), row.getString(5)));
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
    Map<RowKey, Known> known(ClusterId cluster, KindId kind, Collection<RowKey> keys) {
        Map<String, Set<String>> names = new TreeMap<>();
        keys.forEach(key -> names.computeIfAbsent(key.namespace(), namespace -> new TreeSet<>())
                .add(key.name()));
        Map<RowKey, Known> known = new HashMap<>();
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
                            new Known(row.getLong(1), row.getString(3), row.getString(4)));
                }));
        return known;
    }

    /**
     * Removes what was to find rows of a cluster that were then never written, as the sync ended in between.
     *
     * @return of how much, at most so much at once
     */
    @Transactional(propagation = Propagation.MANDATORY)
    int unindex(ClusterId cluster, int most) {
        return postings.delete(Postings.block(firstId(cluster)), Postings.block(endOfIds(cluster)), most);
    }

    /** Writes rows of one kind in one cluster, sorted by their keys, so that writers never wait for each other in a ring. */
    @Transactional(propagation = Propagation.MANDATORY)
    void write(ClusterId cluster, KindId kind, List<RowWrite> writes) {
        List<RowWrite> sorted = writes.stream()
                .sorted((one, other) -> one.key().compareTo(other.key()))
                .toList();
        Map<Long, String> before = searchTexts(sorted);
        List<Object[]> inserts = new ArrayList<>();
        List<Object[]> updates = new ArrayList<>();
        List<Object[]> deletes = new ArrayList<>();
        PostingChanges changes = new PostingChanges();
        for (RowWrite write : sorted) {
            String newText = "";
            switch (write) {
                case RowWrite.Insert(RowKey key, long id, StoredRow row, boolean indexed) -> {
                    newText = indexed ? "" : row.searchText();
                    inserts.add(inserted(cluster, kind, id, row));
                }
                case RowWrite.Update(RowKey key, long id, StoredRow row) -> {
                    newText = row.searchText();
                    updates.add(updated(id, row));
                }
                case RowWrite.Delete(RowKey key, long id) -> deletes.add(new Object[] {id});
            }
            Set<String> wanted = SearchTerms.terms(newText);
            Set<String> existing = SearchTerms.terms(before.getOrDefault(write.id(), ""));
            wanted.stream().filter(term -> !existing.contains(term)).forEach(term -> changes.add(term, write.id()));
            existing.stream().filter(term -> !wanted.contains(term)).forEach(term -> changes.remove(term, write.id()));
        }
        postings.write(kind, changes);
        batch(DELETE, deletes);
        batch(UPDATE, updates);
        INSERT.insert(jdbc, inserts);
    }

    /** Some rows of a kind in a cluster, to be deleted: those that were written together, as they share their postings. */
    List<RowWrite> some(ClusterId cluster, KindId kind, int limit) {
        return database.sql("select id, namespace, name from resource where id >= ? and id < ? and kind = ?"
                        + " order by id limit ?")
                .param(firstId(cluster))
                .param(endOfIds(cluster))
                .param(kind.value())
                .param(limit)
                .query((row, number) ->
                        (RowWrite) new RowWrite.Delete(new RowKey(row.getString(2), row.getString(3)), row.getLong(1)))
                .list();
    }

    private Map<Long, String> searchTexts(List<RowWrite> writes) {
        List<Long> ids = writes.stream()
                .filter(write -> !(write instanceof RowWrite.Insert))
                .map(RowWrite::id)
                .toList();
        Map<Long, String> texts = new HashMap<>();
        if (!ids.isEmpty()) {
            database.sql("select id, search_text from resource where id in (:ids)")
                    .param("ids", ids)
                    .query(row -> {
                        texts.put(row.getLong(1), row.getString(2));
                    });
        }
        return texts;
    }

    private static Object[] inserted(ClusterId cluster, KindId kind, long id, StoredRow row) {
        return new Object[] {
            id,
            cluster.value(),
            kind.value(),
            row.namespace(),
            row.name(),
            row.uid(),
            row.resourceVersion(),
            row.health().rank(),
            row.status(),
            StoredTimes.of(row.createdAt()),
            row.cells(),
            row.labels(),
            row.owners(),
            row.searchText()
        };
    }

    private static Object[] updated(long id, StoredRow row) {
        return new Object[] {
            row.uid(),
            row.resourceVersion(),
            row.health().rank(),
            row.status(),
            StoredTimes.of(row.createdAt()),
            row.cells(),
            row.labels(),
            row.owners(),
            row.searchText(),
            id
        };
    }

    private void batch(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }
}
