package io.ansflow.namespace.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Translated;
import io.ansflow.inventory.Resource;
import io.ansflow.inventory.ui.ResourceActions;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** From the panel of a namespace to its own page. */
@org.springframework.stereotype.Component
@Order(0)
class NamespaceLink implements ResourceActions {
    @Override
    public Optional<Component> offer(Resource resource) {
        if (!resource.key().kind().equals(NamespaceNavigation.KIND)) {
            return Optional.empty();
        }
        Anchor link = new Anchor(
                NamespaceNavigation.href(resource.key().cluster(), resource.name()),
                Icon.NAMESPACE.create(),
                new Span(Translated.of("namespace.page")));
        link.addClassName("namespace-page-link");
        return Optional.of(link);
    }
}
