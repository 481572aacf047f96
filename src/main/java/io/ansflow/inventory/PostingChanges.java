package io.ansflow.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which ids are found by which terms from now on, and which no longer. */
final class PostingChanges {
    private final SortedMap<Place, List<Change>> changes = new TreeMap<>();

    /**
     * Where the table of postings has a row, in the order of its index.
     *
     * @param prefix of a {@link TermGroup}
     */
    record Place(String prefix, long block) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::prefix).thenComparingLong(Place::block);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** @param place in the block */
    record Change(String term, int place, boolean added) {
        void applyTo(TermGroup group) {
            if (added) {
                group.add(term, place);
            } else {
                group.remove(term, place);
            }
        }
    }

    void add(String term, long id) {
        change(term, id, true);
    }

    void remove(String term, long id) {
        change(term, id, false);
    }

    /** In the order of the index, so that each of its pages is written once, and writers wait for each other in order. */
    SortedMap<Place, List<Change>> sorted() {
        return changes;
    }

    private void change(String term, long id, boolean added) {
        changes.computeIfAbsent(new Place(TermGroup.prefix(term), Postings.block(id)), place -> new ArrayList<>())
                .add(new Change(term, Postings.place(id), added));
    }
}
