package io.ansflow.inventory;

import io.ansflow.inventory.PostingChanges.Place;
import io.ansflow.inventory.TermQuery.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The index that finds rows by terms. A row of it has a {@link TermGroup} within one block of ids: rows that are written
 * together are found by much the same terms, so there are far fewer of these than words in what they find.
 */
@Component
class PostingTable {
    private static final int AT_ONCE = 500;
    private static final int FIRST_LOOK = 20;
    private static final MultiRowInsert INSERT = new MultiRowInsert("posting", "kind, prefix, block, terms", AT_ONCE);
    private static final String UPDATE = "update posting set terms = ? where kind = ? and prefix = ? and block = ?";
    private static final String DELETE = "delete from posting where kind = ? and prefix = ? and block = ?";

    private final JdbcTemplate jdbc;
    private final JdbcClient database;

    PostingTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.database = JdbcClient.create(jdbc);
    }

    /**
     * All ids of a kind that a term finds.
     *
     * @param most ids that are of use
     * @return empty if that takes more rows of the index than the limit, or there are more ids
     */
    Optional<Postings> find(KindId kind, Term term, int limit, long most) {
        Postings found = new Postings();
        int read = 0;
        for (Condition which : groups(term)) {
            Condition where = Condition.is("kind", kind.value()).and(which);
            // What a common term finds is too much after a few rows.
            if (read(where, term, FIRST_LOOK, found) == FIRST_LOOK && found.size() <= most) {
                read += read(where, term, limit + 1 - read, found);
            }
            if (read > limit || found.size() > most) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    /** Conditions of one range of the index each, as H2 uses it for no others. */
    private static List<Condition> groups(Term term) {
        if (term.whole()) {
            return List.of(Condition.is("prefix", TermGroup.prefix(term.text())));
        }
        List<Condition> groups = new ArrayList<>();
        TermGroup.prefixesWithin(term.text()).forEach(prefix -> groups.add(Condition.is("prefix", prefix)));
        groups.add(Condition.startsWith("prefix", term.text()));
        return groups;
    }

    private int read(Condition where, Term term, int limit, Postings found) {
        List<Object> parameters = new ArrayList<>(where.parameters());
        parameters.add(limit);
        int[] rows = {0};
        database.sql("select prefix, block, terms from posting where " + where.sql() + " limit ?")
                .params(parameters)
                .query(row -> {
                    found.add(
                            row.getLong(2),
                            TermGroup.find(row.getString(1), row.getBytes(3), term.text(), term.whole()));
                    rows[0]++;
                });
        return rows[0];
    }

    /**
     * Writes postings of new rows.
     *
     * @param block of which no id was ever taken before
     * @param groups some bytes of groups by their prefixes, in order
     */
    void insert(KindId kind, long block, Collection<Map.Entry<String, byte[]>> groups) {
        INSERT.insert(
                jdbc,
                groups.stream()
                        .map(group -> new Object[] {kind.value(), group.getKey(), block, group.getValue()})
                        .toList());
    }

    /** Writes which ids are found by which terms from now on. */
    void write(KindId kind, PostingChanges changes) {
        Map<Place, TermGroup> stored = stored(kind, changes);
        List<Object[]> inserts = new ArrayList<>();
        List<Object[]> updates = new ArrayList<>();
        List<Object[]> deletes = new ArrayList<>();
        changes.sorted().forEach((place, some) -> {
            TermGroup known = stored.get(place);
            TermGroup group = known == null ? new TermGroup() : known;
            some.forEach(change -> change.applyTo(group));
            byte[] terms = group.bytes(place.prefix());
            if (known == null && !group.isEmpty()) {
                inserts.add(new Object[] {kind.value(), place.prefix(), place.block(), terms});
            } else if (known != null && group.isEmpty()) {
                deletes.add(new Object[] {kind.value(), place.prefix(), place.block()});
            } else if (known != null) {
                updates.add(new Object[] {terms, kind.value(), place.prefix(), place.block()});
            }
        });
        batch(DELETE, deletes);
        batch(UPDATE, updates);
        INSERT.insert(jdbc, inserts);
    }

    /** Deletes some rows of blocks from one up to another, which is not among them; how many these were. */
    int delete(long from, long to, int most) {
        List<Object[]> keys = database.sql(
                        "select kind, prefix, block from posting where block >= ? and block < ? limit ?")
                .params(from, to, most)
                .query((row, number) -> new Object[] {row.getString(1), row.getString(2), row.getLong(3)})
                .list();
        batch(DELETE, keys);
        return keys.size();
    }

    private Map<Place, TermGroup> stored(KindId kind, PostingChanges changes) {
        List<Place> places = List.copyOf(changes.sorted().keySet());
        Map<Place, TermGroup> stored = new HashMap<>();
        for (int from = 0; from < places.size(); from += AT_ONCE) {
            read(kind, places.subList(from, Math.min(from + AT_ONCE, places.size())), stored);
        }
        return stored;
    }

    /** By whole keys, which is how both databases look each of them up; H2 reads all rows of the kind for any other way. */
    private void read(KindId kind, List<Place> places, Map<Place, TermGroup> stored) {
        List<Object> keys = new ArrayList<>();
        places.forEach(place -> keys.addAll(List.of(kind.value(), place.prefix(), place.block())));
        String wanted = String.join(", ", Collections.nCopies(places.size(), "(?, ?, ?)"));
        database.sql("select prefix, block, terms from posting where (kind, prefix, block) in (" + wanted + ")")
                .params(keys)
                .query(row -> {
                    String prefix = row.getString(1);
                    stored.put(new Place(prefix, row.getLong(2)), TermGroup.of(prefix, row.getBytes(3)));
                });
    }

    private void batch(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }
}
