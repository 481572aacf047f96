package io.ansflow.workload.ui;

import com.vaadin.flow.component.Component;
import io.ansflow.inventory.Resource;
import io.ansflow.inventory.ui.ResourceTab;
import io.ansflow.workload.Pods;
import java.util.Set;
import org.springframework.core.annotation.Order;

/** What the containers of a pod write, or of the pods that a workload's selector picks. */
@org.springframework.stereotype.Component
@Order(15)
class LogsTab implements ResourceTab {
    private static final Set<String> KINDS =
            Set.of("pods", "deployments", "statefulsets", "daemonsets", "replicasets", "jobs", "cronjobs");

    private final Pods pods;

    LogsTab(Pods pods) {
        this.pods = pods;
    }

    @Override
    public String title() {
        return "workload.tab.logs";
    }

    @Override
    public boolean suits(Resource resource) {
        return KINDS.contains(resource.key().kind().value());
    }

    @Override
    public Component content(Resource resource) {
        return new LogPanel(ResourceTarget.of(resource), pods);
    }
}
