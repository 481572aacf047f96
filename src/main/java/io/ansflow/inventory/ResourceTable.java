package io.ansflow.inventory;

import io.ansflow.base.ClusterId;
import io.ansflow.base.StoredTimes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the stored rows, with what finds them, in batches, through JDBC. */
@Component
class ResourceTable {
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

    /**
     * Removes what was to find rows of a cluster that were then never written, as the sync ended in between.
     *
     * @return of how much, at most so much at once
     */
    @Transactional(propagation = Propagation.MANDATORY)
    int unindex(ClusterId cluster, int most) {
        return postings.delete(Postings.block(RowIds.first(cluster)), Postings.block(RowIds.end(cluster)), most);
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
                .param(RowIds.first(cluster))
                .param(RowIds.end(cluster))
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
