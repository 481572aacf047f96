package io.ansflow.inventory;

import io.ansflow.base.ClusterId;
import io.ansflow.security.RequiresViewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What runs in the registered clusters, as last synced. Answers from the database alone, also while a cluster is down,
 * and never with resources of a cluster that was deleted.
 */
public interface Inventory {
    /** The most resources that one slice may have. */
    int MAX_SLICE = 500;

    /** All kinds, in the order in which they are offered. */
    @RequiresViewer
    List<Kind> kinds();

    /** The kind that people mean by {@code pods}, {@code pod}, {@code Pod} or {@code po}. */
    @RequiresViewer
    Optional<Kind> kind(String name);

    /**
     * Some of the resources that fulfil the query.
     *
     * @param size how many at most, 1 to {@link #MAX_SLICE}
     */
    @RequiresViewer
    Slice slice(ResourceQuery query, ResourceOrder order, Position from, int size);

    /** How many resources fulfil the query: exact where that is cheap, else up to a limit. */
    @RequiresViewer
    Count count(ResourceQuery query);

    @RequiresViewer
    Optional<Resource> find(ResourceKey key);

    /**
     * Names of namespaces, for people to choose from, in order.
     *
     * @param clusters of which; empty means of all
     * @param prefix with which they begin; empty for all
     * @param limit how many at most
     */
    @RequiresViewer
    List<String> namespaces(Set<ClusterId> clusters, String prefix, int limit);

    /**
     * How many resources of some kinds there are in namespaces, read at once for all of them.
     *
     * @param namespaces at most {@link #MAX_SLICE}
     * @return for each namespace the kinds that are known there with their numbers, also 0; without those that were never
     *     read or may not be
     */
    @RequiresViewer
    Map<ResourceKey, Map<KindId, Long>> counts(Collection<ResourceKey> namespaces, Set<KindId> kinds);
}
