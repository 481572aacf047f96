package io.ansflow.workload.ui;

import com.vaadin.flow.component.Component;
import io.ansflow.inventory.Resource;
import io.ansflow.inventory.ui.ResourceTab;
import io.ansflow.workload.Pods;
import io.ansflow.workload.ResourceUse;
import java.util.Set;
import org.springframework.core.annotation.Order;

/** The pods that a workload's selector picks, or that are on a node; of a pod, its containers. */
@org.springframework.stereotype.Component
@Order(10)
class PodsTab implements ResourceTab {
    private static final Set<String> KINDS = Set.of(
            "deployments",
            "statefulsets",
            "daemonsets",
            "replicasets",
            "jobs",
            "cronjobs",
            "services",
            "nodes",
            "pods");

    private final Pods pods;
    private final ResourceUse use;

    PodsTab(Pods pods, ResourceUse use) {
        this.pods = pods;
        this.use = use;
    }

    @Override
    public String title() {
        return "workload.tab.pods";
    }

    @Override
    public boolean suits(Resource resource) {
        return KINDS.contains(resource.key().kind().value());
    }

    @Override
    public Component content(Resource resource) {
        return new PodList(ResourceTarget.of(resource), pods, use);
    }
}
