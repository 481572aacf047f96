package io.ansflow.inventory;

import io.ansflow.inventory.ResourceQuery.Label;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds rows by words, labels and health, where these are rare enough that looking at all they find is cheap. */
@Component
class TermIndex {
    /** What is found more often is common enough to be met with soon by reading rows in order. */
    static final int RARE = 3000;

    private final JdbcClient database;

    TermIndex(JdbcClient database) {
        this.database = database;
    }

    /**
     * Ids among which all rows are that the query's words and labels allow, though not only such.
     *
     * @return empty if there are too many, or the query has neither
     */
    Optional<Set<Long>> candidates(KindId kind, ResourceQuery query) {
        Set<Long> candidates = null;
        for (Condition term : terms(query)) {
            Set<Long> found = ids(
                    "select resource_id from resource_term where ",
                    Condition.is("kind", kind.value()).and(term));
            if (found.size() <= RARE) {
                if (candidates == null) {
                    candidates = found;
                } else {
                    candidates.retainAll(found);
                }
            }
        }
        return Optional.ofNullable(candidates);
    }

    /**
     * Ids of all rows that are in one of the states.
     *
     * @return empty if there are too many
     */
    Optional<Set<Long>> candidates(KindId kind, Set<Health> health) {
        Condition condition = Condition.is("kind", kind.value())
                .and(Condition.in("health", health.stream().map(Health::rank).toList()));
        Set<Long> found = ids("select id from resource where ", condition);
        return found.size() <= RARE ? Optional.of(found) : Optional.empty();
    }

    private static List<Condition> terms(ResourceQuery query) {
        List<Condition> terms = new ArrayList<>();
        SearchTerms.words(query.text()).forEach(word -> terms.add(Condition.startsWith("term", SearchTerms.cut(word))));
        query.labels().forEach(label -> terms.add(term(label)));
        return terms;
    }

    private static Condition term(Label label) {
        String key = label.key().toLowerCase(Locale.ROOT);
        @Nullable String value = label.value();
        if (value == null) {
            return Condition.startsWith("term", SearchTerms.cut(key + "="));
        }
        String term = key + "=" + value.toLowerCase(Locale.ROOT);
        return term.length() < SearchTerms.TERM_LENGTH
                ? Condition.is("term", term)
                : Condition.startsWith("term", SearchTerms.cut(term));
    }

    private Set<Long> ids(String select, Condition condition) {
        List<Object> parameters = new ArrayList<>(condition.parameters());
        parameters.add(RARE + 1);
        return new HashSet<>(database.sql(select + condition.sql() + " limit ?")
                .params(parameters)
                .query((row, number) -> row.getLong(1))
                .list());
    }
}
