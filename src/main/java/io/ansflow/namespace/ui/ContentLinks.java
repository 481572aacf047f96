package io.ansflow.namespace.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.ansflow.base.ui.Translated;
import io.ansflow.inventory.Inventory;
import io.ansflow.inventory.Kind;
import io.ansflow.inventory.ResourceQuery;
import io.ansflow.inventory.ui.InventoryNavigation;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is in a namespace by the inventory, kind by kind, each a link to it. */
class ContentLinks extends Div {
    private final transient NamespacePlace place;
    private final transient Inventory inventory;
    private transient NamespaceNumbers numbers = NamespaceNumbers.UNKNOWN;

    ContentLinks(NamespacePlace place, Inventory inventory) {
        this.place = place;
        this.inventory = inventory;
        addClassName("content-links");
    }

    void load() {
        numbers = NamespaceNumbers.ofAllKinds(inventory, place.key());
        removeAll();
        inventory.kinds().stream()
                .filter(Kind::namespaced)
                .forEach(kind -> add(link(kind, numbers.counts().get(kind.id()))));
    }

    /** In words; without what there is none of, and what is not known. */
    String summary() {
        return inventory.kinds().stream()
                .filter(kind -> numbers.counts().getOrDefault(kind.id(), 0L) > 0)
                .map(kind -> kind.name() + " " + numbers.counts().get(kind.id()))
                .collect(Collectors.joining(", "));
    }

    private Anchor link(Kind kind, @Nullable Long count) {
        ResourceQuery query = ResourceQuery.of(kind.id())
                .clusters(Set.of(place.cluster().id()))
                .namespaces(Set.of(place.name().value()));
        Span number =
                count == null ? NamespaceCells.unknown("namespaces.unread") : new Span(Translated.of("number", count));
        number.addClassName("content-count");
        Anchor link = new Anchor(InventoryNavigation.href(query), new Span(kind.name()), number);
        link.addClassName("content-link");
        link.setClassName("empty", count != null && count == 0);
        return link;
    }
}
