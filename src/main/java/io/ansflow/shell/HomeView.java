package io.ansflow.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.ansflow.cluster.ui.ClusterNavigation;
import jakarta.annotation.security.PermitAll;

/** The address without a path: leads to the clusters. */
@Route("")
@PermitAll
class HomeView extends Div implements BeforeEnterObserver {
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.forwardTo(ClusterNavigation.LIST);
    }
}
