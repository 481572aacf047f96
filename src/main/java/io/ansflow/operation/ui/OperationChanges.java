package io.ansflow.operation.ui;

import io.ansflow.base.ui.PageUpdates;
import io.ansflow.operation.OperationChanged;
import io.ansflow.operation.OperationId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings {@link OperationChanged} to the pages that follow operations. */
@Component
class OperationChanges extends PageUpdates<OperationId> {
    @EventListener
    void on(OperationChanged change) {
        publish(change.id());
    }
}
