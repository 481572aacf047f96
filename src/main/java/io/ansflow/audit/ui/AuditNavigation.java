package io.ansflow.audit.ui;

import com.vaadin.flow.router.QueryParameters;
import io.ansflow.base.ClusterId;
import io.ansflow.base.ui.Addresses;
import java.util.List;
import java.util.Map;

/** The ways to the view of this feature, which operators and administrators may see. */
public final class AuditNavigation {
    static final String PATH = "audit";
    static final String CLUSTER = "cluster";

    private AuditNavigation() {}

    /** The address of what was done to one cluster, from the application's root. */
    public static String of(ClusterId cluster) {
        return Addresses.of(PATH, new QueryParameters(Map.of(CLUSTER, List.of(cluster.toString()))));
    }
}
