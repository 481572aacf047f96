package io.ansflow.workload.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.ansflow.cluster.Clusters;
import io.ansflow.inventory.Resource;
import io.ansflow.inventory.ui.ResourceTab;
import io.ansflow.operation.ui.Subject;
import io.ansflow.security.CurrentUser;
import io.ansflow.security.Role;
import io.ansflow.workload.Manifests;
import io.ansflow.workload.WorkloadActions;
import org.springframework.core.annotation.Order;

/** The object as it is in its cluster now, to be read and, by operators, edited. */
@org.springframework.stereotype.Component
@Order(40)
class YamlTab implements ResourceTab {
    private final Clusters clusters;
    private final CurrentUser user;
    private final Manifests manifests;
    private final WorkloadActions actions;

    YamlTab(Clusters clusters, CurrentUser user, Manifests manifests, WorkloadActions actions) {
        this.clusters = clusters;
        this.user = user;
        this.manifests = manifests;
        this.actions = actions;
    }

    @Override
    public String title() {
        return "workload.tab.yaml";
    }

    @Override
    public boolean suits(Resource resource) {
        return true;
    }

    @Override
    public Component content(Resource resource) {
        return clusters.find(resource.key().cluster())
                .<Component>map(cluster -> new YamlPanel(
                        new Subject(cluster, ResourceTarget.of(resource)), manifests, actions, user.has(Role.OPERATOR)))
                .orElseGet(Div::new);
    }
}
