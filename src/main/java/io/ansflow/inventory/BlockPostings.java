package io.ansflow.inventory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The postings of new rows whose ids are all of one {@linkplain Postings#BLOCK block}. */
final class BlockPostings {
    private final Map<String, TermGroup> groups = new HashMap<>();

    /** @param searchText of the row with this id, see {@link SearchTerms} */
    void add(String searchText, long id) {
        int place = Postings.place(id);
        SearchTerms.terms(searchText)
                .forEach(term -> groups.computeIfAbsent(TermGroup.prefix(term), none -> new TermGroup())
                        .add(term, place));
    }

    /** The groups of terms as they are stored, by what they have in common, in order. */
    List<Map.Entry<String, byte[]>> bytes() {
        return groups.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(group -> Map.entry(group.getKey(), group.getValue().bytes(group.getKey())))
                .toList();
    }
}
