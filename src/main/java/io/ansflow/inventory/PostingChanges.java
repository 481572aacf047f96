package io.ansflow.inventory;

import java.util.BitSet;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Which ids are found by which terms from now on, and which no longer. */
final class PostingChanges {
    private final Map<Place, Change> changes = new TreeMap<>();

    /** Where the table of postings has a row, in the order of its index. */
    record Place(String term, long block) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::term).thenComparingLong(Place::block);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** Places in the block that come and go. */
    record Change(BitSet added, BitSet removed) {
        /** What there is after the change. */
        BitSet applied(BitSet before) {
            BitSet after = (BitSet) before.clone();
            after.andNot(removed);
            after.or(added);
            return after;
        }
    }

    void add(String term, long id) {
        at(term, id).added().set(Postings.place(id));
    }

    void remove(String term, long id) {
        at(term, id).removed().set(Postings.place(id));
    }

    /** In the order of the index, so that each of its pages is written once, and writers wait for each other in order. */
    Map<Place, Change> sorted() {
        return changes;
    }

    private Change at(String term, long id) {
        return changes.computeIfAbsent(
                new Place(term, Postings.block(id)),
                place -> new Change(new BitSet(Postings.BLOCK), new BitSet(Postings.BLOCK)));
    }
}
