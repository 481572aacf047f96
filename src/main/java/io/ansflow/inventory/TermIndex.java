package io.ansflow.inventory;

import io.ansflow.inventory.TermQuery.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds rows by words, labels and health, where these are rare enough that looking at all they find is cheap. */
@Component
class TermIndex {
    /** What is found more often is common enough to be met with soon by reading rows in order. */
    static final int RARE = 3000;

    /** A term that has more rows in the index is in so many blocks that it does not narrow anything down. */
    private static final int MOST_POSTINGS = 5000;

    /** So few are read sooner than what else narrows them down. */
    private static final int FEW = 200;

    private final JdbcClient database;
    private final PostingTable postings;

    TermIndex(JdbcClient database, PostingTable postings) {
        this.database = database;
        this.postings = postings;
    }

    /**
     * Ids among which all rows are that the query's words and labels allow, though not only such.
     *
     * @return empty if there are too many, or the query has neither
     */
    Optional<Set<Long>> candidates(KindId kind, ResourceQuery query) {
        Optional<Postings> candidates = Optional.empty();
        List<TermQuery> all = TermQuery.of(query);
        // Of a term alone, so many are of no use; together with others, they may have few in common.
        long most = all.size() == 1 && all.getFirst().isOneTerm() ? RARE : Long.MAX_VALUE;
        for (TermQuery terms : all) {
            if (candidates.isEmpty() || candidates.get().size() > FEW) {
                candidates = both(candidates, any(kind, terms.alternatives(), most));
            }
        }
        return candidates.filter(found -> found.size() <= RARE).map(Postings::ids);
    }

    /**
     * Ids of all rows that are in one of the states.
     *
     * @return empty if there are too many
     */
    Optional<Set<Long>> candidates(KindId kind, Set<Health> health) {
        Set<Long> found = new HashSet<>();
        for (Health one : health) {
            // One by one: of several, H2 looks at all rows of the kind.
            Condition condition = Condition.is("kind", kind.value()).and(Condition.is("health", one.rank()));
            found.addAll(ids(condition, RARE + 1 - found.size()));
        }
        return found.size() <= RARE ? Optional.of(found) : Optional.empty();
    }

    /** Empty if it is not known of one of them. */
    private Optional<Postings> any(KindId kind, List<List<Term>> alternatives, long most) {
        Postings any = new Postings();
        for (List<Term> terms : alternatives) {
            Optional<Postings> found = all(kind, terms, most);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            any.addAll(found.get());
        }
        return Optional.of(any);
    }

    /** Empty if it is known of none of them. */
    private Optional<Postings> all(KindId kind, List<Term> terms, long most) {
        Optional<Postings> all = Optional.empty();
        for (Term term : rarestFirst(terms)) {
            if (all.isEmpty() || all.get().size() > FEW) {
                all = both(all, postings.find(kind, term, MOST_POSTINGS, most));
            }
        }
        return all;
    }

    /** As can be guessed: the value of a label before its key, and of a name the longest word, of several the last. */
    private static List<Term> rarestFirst(List<Term> terms) {
        return terms.reversed().stream()
                .sorted(Comparator.comparing((Term term) -> term.text().endsWith("="))
                        .thenComparingInt(term -> -term.text().length()))
                .toList();
    }

    private static Optional<Postings> both(Optional<Postings> one, Optional<Postings> other) {
        if (one.isEmpty()) {
            return other;
        }
        other.ifPresent(one.get()::retainAll);
        return one;
    }

    private List<Long> ids(Condition condition, int limit) {
        List<Object> parameters = new ArrayList<>(condition.parameters());
        parameters.add(limit);
        return database.sql("select id from resource where " + condition.sql() + " limit ?")
                .params(parameters)
                .query((row, number) -> row.getLong(1))
                .list();
    }
}
