package io.ansflow.operation.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteParameters;
import io.ansflow.operation.OperationId;

/** The ways to the views of this feature. */
public final class OperationNavigation {
    /** The path of the list. */
    public static final String LIST = "operations";

    private OperationNavigation() {}

    public static void list() {
        UI.getCurrent().navigate(OperationListView.class);
    }

    /** To one operation, with the result for each of its objects. */
    public static void one(OperationId id) {
        UI.getCurrent().navigate(OperationView.class, new RouteParameters(OperationView.ID, id.toString()));
    }

    /** The path of one operation. */
    public static String path(OperationId id) {
        return LIST + "/" + id;
    }
}
