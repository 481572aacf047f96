package io.ansflow.cluster.ui;

import io.ansflow.cluster.Cluster;
import io.ansflow.kubernetes.Diagnosis.Facts;
import io.ansflow.kubernetes.Reachability;
import java.util.Collection;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Clusters in numbers. What is not known of a cluster is not counted as nothing: the sums say whom they include.
 *
 * @param inTrouble cannot be reached, or do not let us in
 * @param nodesDown answer, but not all of their nodes are ready
 */
record ClusterFigures(
        int clusters, int connected, int limited, int inTrouble, int nodesDown, Sum namespaces, Sum nodes, Sum pods) {

    static ClusterFigures of(Collection<Cluster> clusters) {
        return new ClusterFigures(
                clusters.size(),
                count(clusters, Reachability.CONNECTED),
                count(clusters, Reachability.LIMITED),
                count(clusters, Reachability.UNREACHABLE) + count(clusters, Reachability.UNAUTHORIZED),
                (int) clusters.stream().filter(ClusterFigures::nodesDown).count(),
                sum(clusters, ClusterFigures::namespaces),
                sum(clusters, ClusterFigures::nodes),
                sum(clusters, ClusterFigures::pods));
    }

    /** A part of a whole: ready nodes of all nodes. Where nothing is counted in parts, both are the same. */
    record Share(long part, long total) {}

    /**
     * The sum over the clusters of which it is known.
     *
     * @param included how many they are
     * @param stale how many of them told it before their last check
     */
    record Sum(long part, long total, int included, int stale) {
        boolean known() {
            return included > 0;
        }
    }

    private interface Fact {
        @Nullable
        Share of(Facts facts);
    }

    private static Sum sum(Collection<Cluster> clusters, Fact fact) {
        record Found(Share share, boolean stale) {}
        var found = clusters.stream()
                .<Found>mapMulti((cluster, sink) -> {
                    Facts facts = cluster.status().facts();
                    Share share = facts == null ? null : fact.of(facts);
                    if (share != null) {
                        sink.accept(new Found(share, !cluster.status().current()));
                    }
                })
                .toList();
        ToLongFunction<Found> part = one -> one.share().part();
        ToLongFunction<Found> total = one -> one.share().total();
        return new Sum(
                found.stream().mapToLong(part).sum(),
                found.stream().mapToLong(total).sum(),
                found.size(),
                (int) found.stream().filter(Found::stale).count());
    }

    static @Nullable Share namespaces(Facts facts) {
        Long all = facts.namespaces();
        return all == null ? null : new Share(all, all);
    }

    static @Nullable Share nodes(Facts facts) {
        var nodes = facts.nodes();
        return nodes == null ? null : new Share(nodes.ready(), nodes.total());
    }

    static @Nullable Share pods(Facts facts) {
        Long total = facts.podsTotal();
        Long running = facts.podsRunning();
        return total == null || running == null ? null : new Share(running, total);
    }

    private static boolean nodesDown(Cluster cluster) {
        Facts facts = cluster.status().facts();
        Share nodes = facts == null || !cluster.status().current() ? null : nodes(facts);
        return nodes != null && nodes.part() < nodes.total();
    }

    private static int count(Collection<Cluster> clusters, Reachability reachability) {
        return (int) clusters.stream()
                .filter(cluster -> cluster.status().reachability() == reachability)
                .count();
    }
}
