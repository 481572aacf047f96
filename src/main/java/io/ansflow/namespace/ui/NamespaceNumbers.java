package io.ansflow.namespace.ui;

import io.ansflow.inventory.Inventory;
import io.ansflow.inventory.Kind;
import io.ansflow.inventory.KindId;
import io.ansflow.inventory.Position;
import io.ansflow.inventory.Resource;
import io.ansflow.inventory.ResourceKey;
import io.ansflow.inventory.ResourceOrder;
import io.ansflow.inventory.ResourceQuery;
import io.ansflow.inventory.Slice;
import io.ansflow.namespace.QuotaUse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the inventory knows of what is in a namespace.
 *
 * @param counts how many there are of the kinds that are known there
 * @param limits what its quotas limit and how much of that is used; empty if it is not known whether there are quotas
 */
record NamespaceNumbers(Map<KindId, Long> counts, Optional<List<QuotaUse.Line>> limits) {
    static final NamespaceNumbers UNKNOWN = new NamespaceNumbers(Map.of(), Optional.empty());

    /** What the list shows the numbers of. */
    static final List<KindId> LISTED = List.of(new KindId("pods"), new KindId("deployments"), new KindId("services"));

    private static final KindId QUOTAS = new KindId("resourcequotas");

    /** Reads them for the namespaces of a page at once. */
    static Map<ResourceKey, NamespaceNumbers> of(Inventory inventory, Collection<ResourceKey> namespaces) {
        return of(inventory, namespaces, LISTED);
    }

    /** The same for one namespace, with the numbers of every kind that lives in namespaces. */
    static NamespaceNumbers ofAllKinds(Inventory inventory, ResourceKey namespace) {
        List<KindId> kinds = inventory.kinds().stream()
                .filter(Kind::namespaced)
                .map(Kind::id)
                .toList();
        return of(inventory, List.of(namespace), kinds).getOrDefault(namespace, UNKNOWN);
    }

    /** The limit that is nearest to being used up; empty if there is none whose use is known. */
    Optional<QuotaUse.Line> tightest() {
        return limits.stream()
                .flatMap(List::stream)
                .filter(line -> line.ratio().isPresent())
                .max((one, other) ->
                        Double.compare(one.ratio().orElseThrow(), other.ratio().orElseThrow()));
    }

    private static Map<ResourceKey, NamespaceNumbers> of(
            Inventory inventory, Collection<ResourceKey> namespaces, List<KindId> kinds) {
        Set<KindId> counted = new LinkedHashSet<>(kinds);
        counted.add(QUOTAS);
        Map<ResourceKey, Map<KindId, Long>> counts = inventory.counts(namespaces, counted);
        List<ResourceKey> limited = namespaces.stream()
                .filter(key -> counts.getOrDefault(key, Map.of()).getOrDefault(QUOTAS, 0L) > 0)
                .toList();
        Map<ResourceKey, List<QuotaUse.Line>> limits = limits(inventory, limited);
        Map<ResourceKey, NamespaceNumbers> numbers = new LinkedHashMap<>();
        counts.forEach((key, here) -> numbers.put(
                key,
                new NamespaceNumbers(
                        here,
                        here.containsKey(QUOTAS)
                                ? Optional.of(limits.getOrDefault(key, List.of()))
                                : Optional.empty())));
        return numbers;
    }

    private static Map<ResourceKey, List<QuotaUse.Line>> limits(Inventory inventory, List<ResourceKey> namespaces) {
        Map<ResourceKey, List<QuotaUse.Line>> limits = new LinkedHashMap<>();
        if (namespaces.isEmpty()) {
            return limits;
        }
        ResourceQuery query = ResourceQuery.of(QUOTAS)
                .clusters(namespaces.stream().map(ResourceKey::cluster).collect(Collectors.toSet()))
                .namespaces(namespaces.stream().map(ResourceKey::name).collect(Collectors.toSet()));
        Slice slice = inventory.slice(query, ResourceOrder.DEFAULT, new Position.First(), Inventory.MAX_SLICE);
        add(slice, limits);
        while (slice.more()) {
            Position next = new Position.After(slice.resources().getLast());
            slice = inventory.slice(query, ResourceOrder.DEFAULT, next, Inventory.MAX_SLICE);
            add(slice, limits);
        }
        return limits;
    }

    private static void add(Slice quotas, Map<ResourceKey, List<QuotaUse.Line>> limits) {
        for (Resource quota : quotas.resources()) {
            ResourceKey namespace = NamespaceNavigation.key(quota.key().cluster(), quota.namespace());
            List<QuotaUse.Line> lines = limits.computeIfAbsent(namespace, key -> new ArrayList<>());
            Stream.of("request", "limit")
                    .map(column -> quota.cells().getOrDefault(column, ""))
                    .map(QuotaUse::parse)
                    .forEach(lines::addAll);
        }
    }
}
