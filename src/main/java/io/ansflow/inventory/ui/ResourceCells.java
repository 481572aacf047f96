package io.ansflow.inventory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.ansflow.base.ClusterId;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.RelativeAge;
import io.ansflow.base.ui.Times;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.ui.ClusterTag;
import io.ansflow.inventory.Column;
import io.ansflow.inventory.KindId;
import io.ansflow.inventory.Resource;
import io.ansflow.inventory.ResourceKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** What the cells of a resource show. Whatever clusters say in them is text, never markup. */
public class ResourceCells {
    private final Function<ClusterId, Optional<Cluster>> clusters;
    private final Function<KindId, String> kinds;
    private final Function<ResourceKey, String> links;

    /**
     * @param clusters the clusters that are known
     * @param kinds names of kinds
     * @param links to a resource, from what is shown now
     */
    public ResourceCells(
            Function<ClusterId, Optional<Cluster>> clusters,
            Function<KindId, String> kinds,
            Function<ResourceKey, String> links) {
        this.clusters = clusters;
        this.kinds = kinds;
        this.links = links;
    }

    public String kindName(KindId kind) {
        return kinds.apply(kind);
    }

    public Component name(Resource resource) {
        Anchor link = new Anchor(links.apply(resource.key()), resource.name());
        link.addClassName("resource-name");
        link.setTitle(resource.name());
        Div cell = new Div(link);
        cell.addClassName("cell-line");
        if (resource.freshness().stale()) {
            cell.add(stale(resource));
        }
        return cell;
    }

    public Component status(Resource resource) {
        return HealthBadge.says(resource) ? new HealthBadge(resource) : new Span();
    }

    public Component cluster(Resource resource) {
        return clusters.apply(resource.key().cluster())
                .<Component>map(ClusterTag::new)
                .orElseGet(() -> new Span(resource.clusterName()));
    }

    public Component age(Resource resource) {
        return resource.createdAt() == null ? unknown() : new RelativeAge(resource.createdAt());
    }

    /** All that matters most, for windows that are too narrow for columns. */
    public Component card(Resource resource) {
        Div head = new Div(name(resource), status(resource));
        head.addClassName("compact-head");
        Span where = new Span(resource.namespace());
        where.addClassName("secondary");
        Component age = age(resource);
        age.addClassName("secondary");
        Span kind = new Span(kindName(resource.key().kind()));
        kind.addClassName("secondary");
        Div foot = new Div(cluster(resource), kind, where, age);
        foot.addClassName("resource-card-foot");
        Div card = new Div(head, foot);
        card.addClassName("compact-cell");
        return card;
    }

    static String text(Resource resource, Column column) {
        return resource.cells().getOrDefault(column.id(), "");
    }

    static Component time(Resource resource, Column column) {
        String text = text(resource, column);
        try {
            return text.isEmpty() ? new Span() : new RelativeAge(Instant.parse(text));
        } catch (DateTimeException e) {
            return new Span(text);
        }
    }

    private static Component stale(Resource resource) {
        Span mark = new Span(Icon.CLOCK.create());
        String words = Translated.of(
                "resources.stale", Times.brief(resource.freshness().asOf()));
        mark.addClassName("stale-mark");
        mark.setTitle(words);
        mark.getElement().setAttribute("role", "img").setAttribute("aria-label", words);
        return mark;
    }

    private static Span unknown() {
        Span unknown = new Span(Translated.of("unknown"));
        unknown.addClassName("unknown");
        return unknown;
    }
}
