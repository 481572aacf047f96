package io.ansflow.namespace.ui;

import com.vaadin.flow.component.UI;
import io.ansflow.base.ClusterId;
import io.ansflow.inventory.KindId;
import io.ansflow.inventory.ResourceKey;

/** The ways to the views of this feature. */
public final class NamespaceNavigation {
    /** The path of the list. */
    public static final String LIST = "namespaces";

    /** As kind of resources. */
    static final KindId KIND = new KindId("namespaces");

    private NamespaceNavigation() {}

    /** A link to one namespace. */
    public static String href(ClusterId cluster, String name) {
        return LIST + "/" + cluster + "/" + name;
    }

    static ResourceKey key(ClusterId cluster, String name) {
        return new ResourceKey(cluster, KIND, "", name);
    }

    public static void list() {
        UI.getCurrent().navigate(NamespaceListView.class);
    }

    public static void add() {
        UI.getCurrent().navigate(NamespaceFormView.class);
    }

    public static void open(ClusterId cluster, String name) {
        UI.getCurrent().navigate(href(cluster, name));
    }
}
