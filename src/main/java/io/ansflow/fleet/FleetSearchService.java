package io.ansflow.fleet;

import io.ansflow.base.ClusterId;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.Clusters;
import io.ansflow.inventory.Count;
import io.ansflow.inventory.Inventory;
import io.ansflow.inventory.Kind;
import io.ansflow.inventory.Position;
import io.ansflow.inventory.ResourceOrder;
import io.ansflow.inventory.ResourceQuery;
import io.ansflow.inventory.Slice;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Asks the inventory kind by kind: each answer is a few steps into one index. */
@Service
class FleetSearchService implements FleetSearch {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Clusters clusters;
    private final Inventory inventory;

    FleetSearchService(Clusters clusters, Inventory inventory) {
        this.clusters = clusters;
        this.inventory = inventory;
    }

    @Override
    public Answer search(String text) {
        if (text.isBlank()) {
            return Answer.NOTHING;
        }
        List<Cluster> known = clusters.list();
        List<OfKind> found = inventory.kinds().stream()
                .map(kind -> found(kind, text))
                .flatMap(Optional::stream)
                .toList();
        return new Answer(
                known.stream()
                        .filter(cluster -> matches(cluster, text))
                        .limit(MOST)
                        .toList(),
                found,
                homes(known, found));
    }

    private static Map<ClusterId, Cluster> homes(List<Cluster> known, List<OfKind> found) {
        Set<ClusterId> named = found.stream()
                .flatMap(kind -> kind.first().stream())
                .map(resource -> resource.key().cluster())
                .collect(Collectors.toSet());
        return known.stream()
                .filter(cluster -> named.contains(cluster.id()))
                .collect(Collectors.toMap(Cluster::id, cluster -> cluster));
    }

    private Optional<OfKind> found(Kind kind, String text) {
        ResourceQuery query = ResourceQuery.of(kind.id()).text(text);
        Slice slice = inventory.slice(query, ResourceOrder.DEFAULT, new Position.First(), MOST);
        if (slice.resources().isEmpty()) {
            return Optional.empty();
        }
        Count count = slice.more()
                ? inventory.count(query)
                : new Count(slice.resources().size(), true);
        return Optional.of(new OfKind(kind, slice.resources(), count));
    }

    private static boolean matches(Cluster cluster, String text) {
        String all = String.join(
                        "\n",
                        cluster.name(),
                        cluster.description(),
                        cluster.server().toString())
                .toLowerCase(Locale.ROOT);
        return SPACE.splitAsStream(text.strip().toLowerCase(Locale.ROOT)).allMatch(all::contains);
    }
}
