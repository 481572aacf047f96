package io.ansflow.cluster.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteParameters;
import io.ansflow.base.ClusterId;

/** The ways to the views of this feature. */
public final class ClusterNavigation {
    /** The path of the list. */
    public static final String LIST = "clusters";

    private ClusterNavigation() {}

    public static void list() {
        UI.getCurrent().navigate(ClusterListView.class);
    }

    public static void add() {
        UI.getCurrent().navigate(ClusterFormView.class);
    }

    public static void edit(ClusterId id) {
        UI.getCurrent()
                .navigate(ClusterFormView.class, new RouteParameters(ClusterFormView.ID, Long.toString(id.value())));
    }
}
