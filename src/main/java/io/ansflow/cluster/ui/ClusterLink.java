package io.ansflow.cluster.ui;

import com.vaadin.flow.component.Component;
import io.ansflow.cluster.Cluster;
import java.util.Optional;

/**
 * A way from a cluster to what another feature knows of it, offered in its details. Every bean of this type adds one, in the
 * {@linkplain org.springframework.core.annotation.Order order} of the beans.
 */
public interface ClusterLink {

    /** The link; empty if there is nothing to see, or the user of the current page may not see it. */
    Optional<Component> to(Cluster cluster);
}
