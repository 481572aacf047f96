package io.ansflow.workload.ui;

import com.vaadin.flow.component.Component;
import io.ansflow.inventory.Resource;
import io.ansflow.inventory.ui.ResourceTab;
import io.ansflow.workload.ResourceUse;
import org.springframework.core.annotation.Order;

/** What a node and its neighbours use. */
@org.springframework.stereotype.Component
@Order(15)
class NodeUseTab implements ResourceTab {
    private final ResourceUse use;

    NodeUseTab(ResourceUse use) {
        this.use = use;
    }

    @Override
    public String title() {
        return "workload.tab.use";
    }

    @Override
    public boolean suits(Resource resource) {
        return resource.key().kind().value().equals("nodes");
    }

    @Override
    public Component content(Resource resource) {
        return new NodeUse(ResourceTarget.of(resource), use);
    }
}
