package io.ansflow.workload.ui;

import com.vaadin.flow.component.Component;
import io.ansflow.inventory.Resource;
import io.ansflow.inventory.ui.ResourceTab;
import io.ansflow.workload.ObjectEvents;
import org.springframework.core.annotation.Order;

/** What the cluster noted about the object. */
@org.springframework.stereotype.Component
@Order(20)
class EventsTab implements ResourceTab {
    private final ObjectEvents events;

    EventsTab(ObjectEvents events) {
        this.events = events;
    }

    @Override
    public String title() {
        return "workload.tab.events";
    }

    @Override
    public boolean suits(Resource resource) {
        return true;
    }

    @Override
    public Component content(Resource resource) {
        return new EventList(ResourceTarget.of(resource), events);
    }
}
