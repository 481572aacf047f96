package io.ansflow.operation.ui;

import com.vaadin.flow.component.Component;
import io.ansflow.cluster.Clusters;
import io.ansflow.operation.OperationId;
import io.ansflow.operation.Operations;
import io.ansflow.security.CurrentUser;

/** Makes panels that follow an operation, for the dialogs and views of other features. */
@org.springframework.stereotype.Component
public class OperationPanels {
    private final Operations operations;
    private final OperationChanges changes;
    private final Clusters clusters;
    private final CurrentUser user;

    OperationPanels(Operations operations, OperationChanges changes, Clusters clusters, CurrentUser user) {
        this.operations = operations;
        this.changes = changes;
        this.clusters = clusters;
        this.user = user;
    }

    /** How far it is, and the result for each object, always true; with buttons to stop it and to try again what failed. */
    public Component follow(OperationId id) {
        return new OperationPanel(id, operations, changes, clusters, user);
    }
}
