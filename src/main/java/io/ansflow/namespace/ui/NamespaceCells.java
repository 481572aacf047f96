package io.ansflow.namespace.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.ansflow.base.ClusterId;
import io.ansflow.base.ui.SecondaryText;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import io.ansflow.inventory.KindId;
import io.ansflow.inventory.Resource;
import io.ansflow.inventory.ResourceQuery;
import io.ansflow.inventory.ui.InventoryNavigation;
import io.ansflow.inventory.ui.ResourceCells;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the cells of a namespace show besides what all resources have. */
class NamespaceCells extends ResourceCells {
    /** The label with its name that every namespace has. */
    static final String OWN_NAME = "kubernetes.io/metadata.name";

    private final Function<Resource, NamespaceNumbers> numbers;

    /** @param numbers what is known of what is in it */
    NamespaceCells(
            Function<ClusterId, Optional<Cluster>> clusters,
            Function<KindId, String> kinds,
            Function<Resource, NamespaceNumbers> numbers) {
        super(clusters, kinds, key -> NamespaceNavigation.href(key.cluster(), key.name()));
        this.numbers = numbers;
    }

    /** How many of a kind are in it, as a link to them. */
    Component count(Resource namespace, KindId kind) {
        @Nullable Long count = numbers.apply(namespace).counts().get(kind);
        return count == null
                ? unknown("namespaces.unread")
                : new Anchor(InventoryNavigation.href(inside(namespace, kind)), Translated.of("number", count));
    }

    /** The limit that is nearest to being used up. */
    Component quota(Resource namespace) {
        NamespaceNumbers known = numbers.apply(namespace);
        if (known.limits().isEmpty()) {
            return unknown("namespaces.unread");
        }
        return known.tightest()
                .<Component>map(QuotaBar::new)
                .orElseGet(() -> new SecondaryText(Translated.of(
                        known.limits().get().isEmpty() ? "namespaces.quota.none" : "namespaces.quota.uncounted")));
    }

    /** Its labels stand below, where there is room at any width. */
    @Override
    public Component name(Resource namespace) {
        Div cell = new Div(super.name(namespace), labels(namespace));
        cell.addClassName("namespace-name");
        return cell;
    }

    private static Component labels(Resource namespace) {
        Span labels = new SecondaryText(namespace.labels().entrySet().stream()
                .filter(label -> !label.getKey().equals(OWN_NAME))
                .map(NamespaceCells::label)
                .collect(Collectors.joining(", ")));
        labels.setTitle(labels.getText());
        labels.setVisible(!labels.getText().isEmpty());
        labels.addClassName("namespace-labels");
        return labels;
    }

    @Override
    public Component card(Resource namespace) {
        Div counts = new Div();
        counts.addClassName("resource-card-foot");
        NamespaceNumbers.LISTED.forEach(kind -> {
            Div count = new Div(new Span(kindName(kind)), count(namespace, kind));
            count.addClassNames("secondary", "namespace-count");
            counts.add(count);
        });
        Div card = new Div(super.card(namespace), counts, quota(namespace));
        card.addClassName("namespace-card");
        return card;
    }

    static ResourceQuery inside(Resource namespace, KindId kind) {
        return ResourceQuery.of(kind)
                .clusters(Set.of(namespace.key().cluster()))
                .namespaces(Set.of(namespace.name()));
    }

    private static String label(Map.Entry<String, String> label) {
        return label.getValue().isEmpty() ? label.getKey() : label.getKey() + "=" + label.getValue();
    }

    static Span unknown(String why) {
        Span unknown = new Span(Translated.of("unknown"));
        unknown.addClassName("unknown");
        unknown.setTitle(Translated.of(why));
        return unknown;
    }
}
