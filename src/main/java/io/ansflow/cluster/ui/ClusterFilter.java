package io.ansflow.cluster.ui;

import com.vaadin.flow.router.QueryParameters;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.Environment;
import io.ansflow.kubernetes.Reachability;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What of the list is wanted. Stands in the address, so that it can be kept and sent to others.
 *
 * @param text has to occur in name, description, address, version or type; empty for any
 * @param reachability one of these; empty for any
 * @param environments one of these; empty for any
 */
record ClusterFilter(String text, Set<Reachability> reachability, Set<Environment> environments) {
    static final ClusterFilter NONE = new ClusterFilter("", Set.of(), Set.of());

    private static final String TEXT = "q";
    private static final String REACHABILITY = "reachability";
    private static final String ENVIRONMENT = "environment";

    ClusterFilter {
        text = text.strip();
        reachability = Set.copyOf(reachability);
        environments = Set.copyOf(environments);
    }

    /** Reads an address; what it does not understand, it leaves out. */
    static ClusterFilter from(QueryParameters query) {
        return new ClusterFilter(
                query.getSingleParameter(TEXT).orElse(""),
                constants(query, REACHABILITY, Reachability.class),
                constants(query, ENVIRONMENT, Environment.class));
    }

    QueryParameters toQuery() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (!text.isEmpty()) {
            parameters.put(TEXT, List.of(text));
        }
        put(parameters, REACHABILITY, reachability);
        put(parameters, ENVIRONMENT, environments);
        return new QueryParameters(parameters);
    }

    boolean matches(Cluster cluster) {
        return matchesText(cluster)
                && wanted(reachability, cluster.status().reachability())
                && wanted(environments, cluster.environment());
    }

    /** How many clusters each reachability would show, the rest of the filter being as it is. */
    Map<Reachability, Integer> countReachability(Collection<Cluster> clusters) {
        return count(
                Reachability.class,
                new ClusterFilter(text, Set.of(), environments),
                clusters,
                cluster -> cluster.status().reachability());
    }

    /** How many clusters each environment would show, the rest of the filter being as it is. */
    Map<Environment, Integer> countEnvironments(Collection<Cluster> clusters) {
        return count(
                Environment.class, new ClusterFilter(text, reachability, Set.of()), clusters, Cluster::environment);
    }

    private boolean matchesText(Cluster cluster) {
        String wanted = text.toLowerCase(Locale.ROOT);
        var facts = cluster.status().facts();
        return Stream.of(
                        cluster.name(),
                        cluster.description(),
                        cluster.server().toString(),
                        cluster.type().name(),
                        facts == null ? "" : facts.version())
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static <E> boolean wanted(Set<E> wanted, E value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static <E extends Enum<E>> Map<E, Integer> count(
            Class<E> type, ClusterFilter others, Collection<Cluster> clusters, Function<Cluster, E> property) {
        Map<E, Integer> counts = new EnumMap<>(type);
        EnumSet.allOf(type).forEach(value -> counts.put(value, 0));
        clusters.stream().filter(others::matches).map(property).forEach(value -> counts.merge(value, 1, Integer::sum));
        return counts;
    }

    private static <E extends Enum<E>> Set<E> constants(QueryParameters query, String name, Class<E> type) {
        Set<E> found = EnumSet.noneOf(type);
        List<String> given = query.getParameters(name);
        EnumSet.allOf(type).stream()
                .filter(value -> given.contains(value.name().toLowerCase(Locale.ROOT)))
                .forEach(found::add);
        return found;
    }

    private static <E extends Enum<E>> void put(Map<String, List<String>> parameters, String name, Set<E> values) {
        if (!values.isEmpty()) {
            parameters.put(
                    name,
                    values.stream()
                            .sorted()
                            .map(value -> value.name().toLowerCase(Locale.ROOT))
                            .toList());
        }
    }
}
