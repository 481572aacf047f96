package io.ansflow.cluster.ui;

import io.ansflow.base.ClusterId;
import io.ansflow.base.ui.PageUpdates;
import io.ansflow.cluster.ClusterChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings {@link ClusterChanged} to the pages that show clusters: checks of many clusters do not flood browsers. */
@Component
class ClusterChanges extends PageUpdates<ClusterId> {
    @EventListener
    void on(ClusterChanged change) {
        publish(change.id());
    }
}
