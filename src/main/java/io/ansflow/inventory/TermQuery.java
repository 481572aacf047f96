package io.ansflow.inventory;

import io.ansflow.inventory.ResourceQuery.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Terms that a row must be found by to be meant by a word or a label; the row itself tells whether it is.
 *
 * @param alternatives of one of them all terms
 */
record TermQuery(List<List<Term>> alternatives) {
    /**
     * A term that is looked for.
     *
     * @param whole false if terms that begin so will do as well
     */
    record Term(String text, boolean whole) {
        Term(String text, boolean whole) {
            this.text = SearchTerms.cut(text);
            this.whole = whole;
        }
    }

    boolean isOneTerm() {
        return alternatives.size() == 1 && alternatives.getFirst().size() == 1;
    }

    static List<TermQuery> of(ResourceQuery query) {
        List<TermQuery> all = new ArrayList<>();
        SearchTerms.words(query.text()).forEach(word -> all.add(word(word)));
        query.labels().forEach(label -> all.add(label(label)));
        return all;
    }

    /** A value begins with the word, or the word's own words follow each other in a name. */
    private static TermQuery word(String word) {
        List<Term> value = beginning(SearchTerms.parts(word));
        List<String> named = SearchTerms.namedWords(word);
        return new TermQuery(named.size() > 1 ? List.of(value, beginning(named)) : List.of(value));
    }

    private static TermQuery label(Label label) {
        List<Term> terms = new ArrayList<>();
        terms.add(new Term(label.key().toLowerCase(Locale.ROOT) + "=", true));
        @Nullable String value = label.value();
        if (value != null && !value.isEmpty()) {
            terms.add(new Term(value.toLowerCase(Locale.ROOT), true));
        }
        return new TermQuery(List.of(terms));
    }

    /** All but the last are known to their ends. */
    private static List<Term> beginning(List<String> terms) {
        int last = terms.size() - 1;
        List<Term> all = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            all.add(new Term(terms.get(i), i < last));
        }
        return all;
    }
}
