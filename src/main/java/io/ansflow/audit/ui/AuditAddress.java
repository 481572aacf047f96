package io.ansflow.audit.ui;

import com.vaadin.flow.router.QueryParameters;
import io.ansflow.audit.AuditEntry.Outcome;
import io.ansflow.audit.AuditQuery;
import io.ansflow.base.ClusterId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a query stands in the address. */
final class AuditAddress {
    private static final String TEXT = "q";
    private static final String OUTCOME = "outcome";

    private AuditAddress() {}

    /** Reads an address; what it does not understand, it leaves out. */
    static AuditQuery read(QueryParameters parameters) {
        List<String> words = parameters.getParameters(OUTCOME);
        Set<Outcome> outcomes = EnumSet.allOf(Outcome.class);
        outcomes.removeIf(outcome -> !words.contains(word(outcome)));
        return new AuditQuery(
                parameters.getSingleParameter(AuditNavigation.CLUSTER).flatMap(AuditAddress::id),
                outcomes,
                parameters.getSingleParameter(TEXT).orElse(""));
    }

    static QueryParameters write(AuditQuery query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        query.cluster().ifPresent(id -> parameters.put(AuditNavigation.CLUSTER, List.of(id.toString())));
        if (!query.outcomes().isEmpty()) {
            parameters.put(
                    OUTCOME,
                    query.outcomes().stream().sorted().map(AuditAddress::word).toList());
        }
        if (!query.text().isEmpty()) {
            parameters.put(TEXT, List.of(query.text()));
        }
        return new QueryParameters(parameters);
    }

    private static Optional<ClusterId> id(String text) {
        return text.matches("[1-9][0-9]{0,17}") ? Optional.of(new ClusterId(Long.parseLong(text))) : Optional.empty();
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
