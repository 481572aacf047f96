package io.ansflow.inventory;

import io.ansflow.inventory.PostingChanges.Place;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The index that finds rows by terms. A row of it has the postings of a term within one block of ids: rows that are
 * written together are found by much the same terms, so there are far fewer of these than words in what they find.
 */
@Component
class PostingTable {
    private static final int AT_ONCE = 500;
    private static final MultiRowInsert INSERT = new MultiRowInsert("posting", "kind, term, block, ids", AT_ONCE);
    private static final String UPDATE = "update posting set ids = ? where kind = ? and term = ? and block = ?";
    private static final String DELETE = "delete from posting where kind = ? and term = ? and block = ?";

    private final JdbcTemplate jdbc;
    private final JdbcClient database;

    PostingTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.database = JdbcClient.create(jdbc);
    }

    /**
     * All ids of a kind that some terms find.
     *
     * @param which of its terms, by a condition on their column
     * @return empty if that takes more rows of the index than the limit
     */
    Optional<Postings> find(KindId kind, Condition which, int limit) {
        Condition where = Condition.is("kind", kind.value()).and(which);
        List<Object> parameters = new ArrayList<>(where.parameters());
        parameters.add(limit + 1);
        Postings found = new Postings();
        int[] rows = {0};
        database.sql("select block, ids from posting where " + where.sql() + " limit ?")
                .params(parameters)
                .query(row -> {
                    found.add(row.getLong(1), Postings.places(row.getBytes(2)));
                    rows[0]++;
                });
        return rows[0] > limit ? Optional.empty() : Optional.of(found);
    }

    /** @param unused blocks of which no id had a row before, so that no term finds any */
    void write(KindId kind, PostingChanges changes, Set<Long> unused) {
        Map<Place, BitSet> stored = stored(kind, changes, unused);
        List<Object[]> inserts = new ArrayList<>();
        List<Object[]> updates = new ArrayList<>();
        List<Object[]> deletes = new ArrayList<>();
        changes.sorted().forEach((place, change) -> {
            BitSet before = stored.get(place);
            BitSet after = change.applied(before == null ? new BitSet() : before);
            byte[] ids = Postings.bytes(after);
            if (before == null && !after.isEmpty()) {
                inserts.add(new Object[] {kind.value(), place.term(), place.block(), ids});
            } else if (before != null && after.isEmpty()) {
                deletes.add(new Object[] {kind.value(), place.term(), place.block()});
            } else if (before != null && !after.equals(before)) {
                updates.add(new Object[] {ids, kind.value(), place.term(), place.block()});
            }
        });
        batch(DELETE, deletes);
        batch(UPDATE, updates);
        INSERT.insert(jdbc, inserts);
    }

    private Map<Place, BitSet> stored(KindId kind, PostingChanges changes, Set<Long> unused) {
        List<Place> places = changes.sorted().keySet().stream()
                .filter(place -> !unused.contains(place.block()))
                .toList();
        Map<Place, BitSet> stored = new HashMap<>();
        for (int from = 0; from < places.size(); from += AT_ONCE) {
            read(kind, places.subList(from, Math.min(from + AT_ONCE, places.size())), stored);
        }
        return stored;
    }

    /** By whole keys, which is how both databases look each of them up; H2 reads all terms of the kind for any other way. */
    private void read(KindId kind, List<Place> places, Map<Place, BitSet> stored) {
        List<Object> keys = new ArrayList<>();
        places.forEach(place -> keys.addAll(List.of(kind.value(), place.term(), place.block())));
        String wanted = String.join(", ", Collections.nCopies(places.size(), "(?, ?, ?)"));
        database.sql("select term, block, ids from posting where (kind, term, block) in (" + wanted + ")")
                .params(keys)
                .query(row -> {
                    stored.put(new Place(row.getString(1), row.getLong(2)), Postings.places(row.getBytes(3)));
                });
    }

    private void batch(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }
}
