package io.ansflow.operation.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.shared.Registration;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.Clusters;
import io.ansflow.operation.ItemState;
import io.ansflow.operation.Operation;
import io.ansflow.operation.OperationId;
import io.ansflow.operation.Operations;
import io.ansflow.security.CurrentUser;
import io.ansflow.security.Role;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Follows one operation. */
class OperationPanel extends Div {
    private final OperationId id;
    private final transient Operations operations;
    private final transient OperationChanges changes;
    private final Div head = new Div();
    private final Button stop = new Button(Translated.of("operation.stop"), Icon.CLOSE.create());
    private final Button retry = new Button(Translated.of("operation.retry"), Icon.REFRESH.create());
    private final ItemGrid grid;
    private final boolean operator;
    private @Nullable Registration subscription;

    OperationPanel(
            OperationId id, Operations operations, OperationChanges changes, Clusters clusters, CurrentUser user) {
        this.id = id;
        this.operations = operations;
        this.changes = changes;
        this.operator = user.has(Role.OPERATOR);
        this.grid = new ItemGrid(clusters.list().stream().collect(Collectors.toMap(Cluster::id, cluster -> cluster)));
        head.addClassName("operation-head");
        stop.addThemeVariants(ButtonVariant.TERTIARY);
        stop.addClickListener(click -> {
            operations.stop(id);
            show();
        });
        retry.addClickListener(click -> {
            operations.retry(id);
            show();
        });
        Div buttons = new Div(stop, retry);
        buttons.addClassName("buttons");
        Div first = new Div(head, buttons);
        first.addClassName("operation-first");
        add(first, grid);
        addClassName("operation-panel");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        subscription = changes.subscribe(event.getUI(), changed -> {
            if (changed.contains(id)) {
                show();
            }
        });
        show();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.remove();
        }
    }

    private void show() {
        operations.find(id).ifPresent(this::show);
    }

    private void show(Operation operation) {
        head.removeAll();
        head.add(OperationBadges.of(operation));
        if (!operation.ended()) {
            head.add(OperationBadges.progress(operation));
        }
        stop.setVisible(operator && operation.count(ItemState.WAITING) > 0);
        retry.setVisible(
                operator && operation.counts().keySet().stream().anyMatch(ItemState::retryable) && operation.ended());
        grid.show(operations.items(id));
    }
}
