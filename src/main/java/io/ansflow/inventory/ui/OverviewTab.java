package io.ansflow.inventory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.ansflow.base.ui.PropertyList;
import io.ansflow.base.ui.RelativeAge;
import io.ansflow.inventory.Column;
import io.ansflow.inventory.Inventory;
import io.ansflow.inventory.Kind;
import io.ansflow.inventory.Resource;
import io.ansflow.inventory.ResourceKey;
import io.ansflow.inventory.ResourceQuery;
import io.ansflow.inventory.ResourceQuery.Label;
import io.ansflow.kubernetes.OwnerReference;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;

/** What the inventory itself knows of a resource. */
@org.springframework.stereotype.Component
@Order(0)
class OverviewTab implements ResourceTab {
    private final Inventory inventory;

    OverviewTab(Inventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public String title() {
        return "resource.tab.overview";
    }

    @Override
    public boolean suits(Resource resource) {
        return true;
    }

    @Override
    public Component content(Resource resource) {
        Optional<Kind> kind = inventory.kind(resource.key().kind().value());
        Div content = new Div(facts(resource, kind), metadata(resource), labels(resource));
        content.addClassName("resource-overview");
        return content;
    }

    private static Component facts(Resource resource, Optional<Kind> kind) {
        PropertyList list = new PropertyList("resource.facts");
        for (Column column : kind.map(Kind::columns).orElse(List.of())) {
            if (resource.cells().containsKey(column.id())) {
                list.putAs(
                        column.heading(),
                        column.type() == Column.Type.TIME
                                ? ResourceCells.time(resource, column)
                                : new Span(ResourceCells.text(resource, column)));
            }
        }
        list.setVisible(!resource.cells().isEmpty());
        return list;
    }

    private Component metadata(Resource resource) {
        PropertyList list = new PropertyList("resource.metadata");
        if (!resource.namespace().isEmpty()) {
            list.put("resources.column.namespace", resource.namespace());
        }
        if (resource.createdAt() != null) {
            list.put("resource.created", new RelativeAge(resource.createdAt()));
        }
        for (OwnerReference owner : resource.owners()) {
            list.put(owner.controller() ? "resource.controller" : "resource.owner", owner(resource, owner));
        }
        list.put("resource.uid", mono(resource.uid()));
        list.put("resource.version", mono(resource.resourceVersion()));
        list.put("resource.asof", new RelativeAge(resource.freshness().asOf()));
        return list;
    }

    /** A link to the owner, if its kind is one that the inventory has. */
    private Component owner(Resource resource, OwnerReference owner) {
        String name = owner.kind() + " " + owner.name();
        return inventory
                .kind(owner.kind())
                .<Component>map(kind -> new Anchor(
                        InventoryNavigation.href(new ResourceKey(
                                resource.key().cluster(),
                                kind.id(),
                                kind.namespaced() ? resource.namespace() : "",
                                owner.name())),
                        name))
                .orElseGet(() -> new Span(name));
    }

    private static Component labels(Resource resource) {
        Div labels = new Div();
        labels.addClassName("resource-labels");
        resource.labels().forEach((key, value) -> labels.add(label(resource, new Label(key, value))));
        PropertyList list = new PropertyList("resource.labels");
        list.add(labels);
        list.setVisible(!resource.labels().isEmpty());
        return list;
    }

    /** A link to all that have the label. */
    private static Component label(Resource resource, Label label) {
        Anchor link = new Anchor(
                InventoryNavigation.href(ResourceQuery.of(resource.key().kind())
                        .clusters(Set.of(resource.key().cluster()))
                        .labels(List.of(label))),
                label.toString());
        link.addClassNames("label", "mono");
        return link;
    }

    private static Span mono(String text) {
        Span span = new Span(text);
        span.addClassName("mono");
        return span;
    }
}
