package io.ansflow.inventory.ui;

import com.vaadin.flow.component.UI;
import io.ansflow.base.ClusterId;
import io.ansflow.cluster.ui.ClusterNavigation;
import io.ansflow.inventory.ResourceKey;
import io.ansflow.inventory.ResourceQuery;
import java.util.Set;

/** The ways to the views of this feature. */
public final class InventoryNavigation {
    /** The path of the list of resources. */
    public static final String RESOURCES = "resources";

    private InventoryNavigation() {}

    /** A link to the resources that fulfil the query. */
    public static String href(ResourceQuery query) {
        return ResourceAddress.of(query).href();
    }

    /** A link to one resource: its panel, beside the list of its kind in its cluster. */
    public static String href(ResourceKey key) {
        return address(key).href();
    }

    /** A link to what is known of the resources of a cluster, kind by kind. */
    public static String href(ClusterId cluster) {
        return ClusterNavigation.LIST + "/" + cluster + "/" + RESOURCES;
    }

    public static void list(ResourceQuery query) {
        go(ResourceAddress.of(query));
    }

    public static void open(ResourceKey key) {
        go(address(key));
    }

    private static ResourceAddress address(ResourceKey key) {
        return ResourceAddress.of(ResourceQuery.of(key.kind()).clusters(Set.of(key.cluster())))
                .opening(key);
    }

    private static void go(ResourceAddress address) {
        UI.getCurrent().navigate(RESOURCES, address.toParameters());
    }
}
