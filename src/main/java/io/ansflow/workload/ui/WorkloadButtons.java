package io.ansflow.workload.ui;

import com.vaadin.flow.component.Component;
import io.ansflow.cluster.Clusters;
import io.ansflow.inventory.Resource;
import io.ansflow.inventory.ui.ResourceActions;
import io.ansflow.operation.ui.Subject;
import io.ansflow.security.CurrentUser;
import io.ansflow.security.Role;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** Offers operators what can be done to the resource of a panel. */
@org.springframework.stereotype.Component
@Order(10)
class WorkloadButtons implements ResourceActions {
    private final Clusters clusters;
    private final CurrentUser user;
    private final WorkloadServices services;

    WorkloadButtons(Clusters clusters, CurrentUser user, WorkloadServices services) {
        this.clusters = clusters;
        this.user = user;
        this.services = services;
    }

    @Override
    public Optional<Component> offer(Resource resource) {
        if (!user.has(Role.OPERATOR)) {
            return Optional.empty();
        }
        return clusters.find(resource.key().cluster())
                .map(cluster -> new ActionBar(new Subject(cluster, ResourceTarget.of(resource)), services));
    }
}
