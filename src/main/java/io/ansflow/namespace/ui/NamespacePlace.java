package io.ansflow.namespace.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import io.ansflow.base.ClusterId;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.Clusters;
import io.ansflow.inventory.ResourceKey;
import io.ansflow.namespace.NamespaceName;
import io.ansflow.operation.Target;
import io.ansflow.operation.ui.Subject;

/** The namespace that an address means. */
record NamespacePlace(Cluster cluster, NamespaceName name) {
    static final String CLUSTER = "cluster";
    static final String NAME = "name";

    /** The path of one namespace, with parameters. */
    static final String ROUTE = NamespaceNavigation.LIST + "/:" + CLUSTER + "([1-9][0-9]{0,17})/:" + NAME;

    /** @throws NotFoundException if there is no such cluster, or no namespace can be called so */
    static NamespacePlace of(BeforeEnterEvent event, Clusters clusters) {
        Cluster cluster = event.getRouteParameters()
                .getLong(CLUSTER)
                .map(ClusterId::new)
                .flatMap(clusters::find)
                .orElseThrow(NotFoundException::new);
        String name = event.getRouteParameters().get(NAME).orElse("");
        if (NamespaceName.problem(name).isPresent()) {
            throw new NotFoundException();
        }
        return new NamespacePlace(cluster, new NamespaceName(name));
    }

    ResourceKey key() {
        return NamespaceNavigation.key(cluster.id(), name.value());
    }

    String href() {
        return NamespaceNavigation.href(cluster.id(), name.value());
    }

    /** What something is about to be done to. */
    Subject subject(String uid) {
        return new Subject(cluster, new Target(cluster.id(), NamespaceNavigation.KIND.value(), "", name.value(), uid));
    }
}
