package io.ansflow.inventory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.ansflow.base.ClusterId;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.Clusters;
import io.ansflow.cluster.ui.ClusterTag;
import io.ansflow.inventory.ResourceQuery;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The clusters that a list shows resources of, as they were when they were last asked for. */
public class ListedClusters {
    private final Clusters clusters;
    private final Map<ClusterId, Cluster> known = new LinkedHashMap<>();

    public ListedClusters(Clusters clusters) {
        this.clusters = clusters;
    }

    /** Asks for all of them anew, and gives them in their order. */
    public Map<ClusterId, Cluster> load() {
        known.clear();
        clusters.list().forEach(cluster -> known.put(cluster.id(), cluster));
        return new LinkedHashMap<>(known);
    }

    public boolean isEmpty() {
        return known.isEmpty();
    }

    public boolean know(Collection<ClusterId> ids) {
        return known.keySet().containsAll(ids);
    }

    public Optional<Cluster> find(ClusterId id) {
        return Optional.ofNullable(known.get(id));
    }

    /** The cluster's name, or nothing if it is gone. */
    public Component tag(ClusterId id) {
        return find(id).<Component>map(ClusterTag::new).orElseGet(Span::new);
    }

    /** Those of them that the query allows. */
    public List<ClusterId> of(ResourceQuery query) {
        return known.keySet().stream()
                .filter(id -> query.clusters().isEmpty() || query.clusters().contains(id))
                .toList();
    }
}
