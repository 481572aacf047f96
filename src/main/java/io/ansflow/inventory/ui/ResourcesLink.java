package io.ansflow.inventory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.ui.ClusterLink;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** From a cluster to its resources, kind by kind. */
@org.springframework.stereotype.Component
@Order(0)
class ResourcesLink implements ClusterLink {
    @Override
    public Optional<Component> to(Cluster cluster) {
        return Optional.of(new Anchor(
                InventoryNavigation.href(cluster.id()),
                Icon.RESOURCES.create(),
                new Span(Translated.of("resources.title"))));
    }
}
