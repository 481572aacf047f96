package io.ansflow.inventory.ui;

import io.ansflow.base.ClusterId;
import io.ansflow.base.ui.PageUpdates;
import io.ansflow.inventory.InventoryChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings {@link InventoryChanged} to the pages that show the inventory. */
@Component
public class InventoryChanges extends PageUpdates<ClusterId> {
    @EventListener
    void on(InventoryChanged change) {
        publish(change.id());
    }
}
