package io.ansflow.cluster.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.ansflow.cluster.Cluster;
import java.net.URI;

/** Where a cluster's API server is. */
class AddressCell extends Div {
    AddressCell(Cluster cluster) {
        Span address = new Span(brief(cluster.server()));
        address.addClassName("mono");
        address.setTitle(cluster.server().toString());
        add(address);
        addClassName("cell");
    }

    /** Every address is https; the scheme says nothing. */
    private static String brief(URI server) {
        String path = server.getPath() == null ? "" : server.getPath();
        return server.getAuthority() + ("/".equals(path) ? "" : path);
    }
}
