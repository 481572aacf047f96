package io.ansflow.cluster.ui;

import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.ui.ClusterFigures.Share;
import io.ansflow.kubernetes.Diagnosis.Facts;
import io.ansflow.kubernetes.Reachability;
import java.text.Collator;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the list can be sorted. What is not known comes last. */
final class ClusterOrder {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /** The worst first: that is what one sorts for. */
    private static final List<Reachability> SEVERITY = List.of(
            Reachability.UNREACHABLE,
            Reachability.UNAUTHORIZED,
            Reachability.UNKNOWN,
            Reachability.LIMITED,
            Reachability.CONNECTED);

    private ClusterOrder() {}

    /** As dictionaries of the language have it; Chinese by sound. */
    static Comparator<Cluster> byName(Locale locale) {
        return Comparator.comparing(Cluster::name, Collator.getInstance(locale)::compare);
    }

    static int bySeverity(Cluster one, Cluster other) {
        return Comparator.<Cluster>comparingInt(
                        cluster -> SEVERITY.indexOf(cluster.status().reachability()))
                .compare(one, other);
    }

    static int byEnvironment(Cluster one, Cluster other) {
        return Comparator.comparing(Cluster::environment)
                .thenComparing(Cluster::type)
                .compare(one, other);
    }

    static int byAddress(Cluster one, Cluster other) {
        return Comparator.comparing((Cluster cluster) -> cluster.server().toString())
                .compare(one, other);
    }

    static int byVersion(Cluster one, Cluster other) {
        return byFact(one, other, Facts::version, ClusterOrder::compareVersions);
    }

    static int byNodes(Cluster one, Cluster other) {
        return byFact(one, other, ClusterFigures::nodes, Comparator.comparingLong(Share::total));
    }

    static int byPods(Cluster one, Cluster other) {
        return byFact(one, other, ClusterFigures::pods, Comparator.comparingLong(Share::total));
    }

    static int byLastCheck(Cluster one, Cluster other) {
        return compare(one.status().checkedAt(), other.status().checkedAt(), Comparator.<Instant>naturalOrder());
    }

    private interface Fact<T> {
        @Nullable
        T of(Facts facts);
    }

    private static <T> int byFact(Cluster one, Cluster other, Fact<T> fact, Comparator<T> order) {
        Function<Cluster, @Nullable T> value = cluster -> {
            Facts facts = cluster.status().facts();
            return facts == null ? null : fact.of(facts);
        };
        return compare(value.apply(one), value.apply(other), order);
    }

    private static <T> int compare(@Nullable T one, @Nullable T other, Comparator<T> order) {
        if (one == null || other == null) {
            return Boolean.compare(one == null, other == null);
        }
        return order.compare(one, other);
    }

    /** By the numbers in it: v1.9 is older than v1.33. */
    private static int compareVersions(String one, String other) {
        return Comparator.comparing(ClusterOrder::numbers, ClusterOrder::lexicographically)
                .compare(one, other);
    }

    private static List<Integer> numbers(String version) {
        return NUMBER.matcher(version)
                .results()
                .map(MatchResult::group)
                .map(Integer::valueOf)
                .toList();
    }

    private static int lexicographically(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
