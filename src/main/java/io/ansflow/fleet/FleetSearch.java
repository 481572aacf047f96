package io.ansflow.fleet;

import io.ansflow.base.ClusterId;
import io.ansflow.cluster.Cluster;
import io.ansflow.inventory.Count;
import io.ansflow.inventory.Kind;
import io.ansflow.inventory.Resource;
import io.ansflow.security.RequiresViewer;
import java.util.List;
import java.util.Map;

/**
 * Finds whatever runs anywhere by a few words. Answers from what is stored, also while clusters are down; how old a resource
 * is stands in its {@link Resource#freshness()}.
 */
public interface FleetSearch {
    /** The most clusters, and the most resources of one kind, that one answer has. */
    int MOST = 5;

    /**
     * What the words find.
     *
     * @param text words between spaces, as in {@link io.ansflow.inventory.ResourceQuery#text()}; blank finds nothing
     */
    @RequiresViewer
    Answer search(String text);

    /**
     * What was found.
     *
     * @param clusters those that have every word in their name, description or address
     * @param kinds only those of which there is something, in the order in which kinds are offered
     * @param homes the clusters in which the resources are
     */
    record Answer(List<Cluster> clusters, List<OfKind> kinds, Map<ClusterId, Cluster> homes) {
        static final Answer NOTHING = new Answer(List.of(), List.of(), Map.of());

        public Answer {
            clusters = List.copyOf(clusters);
            kinds = List.copyOf(kinds);
            homes = Map.copyOf(homes);
        }

        public boolean isEmpty() {
            return clusters.isEmpty() && kinds.isEmpty();
        }
    }

    /**
     * What was found of one kind.
     *
     * @param first the first few, in the usual order
     * @param count how many there are
     */
    record OfKind(Kind kind, List<Resource> first, Count count) {
        public OfKind {
            first = List.copyOf(first);
        }
    }
}
