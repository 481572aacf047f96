package io.ansflow.workload.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import io.ansflow.base.ClusterId;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.Clusters;
import io.ansflow.inventory.Kind;
import io.ansflow.inventory.Resource;
import io.ansflow.inventory.ui.SelectionActions;
import io.ansflow.security.CurrentUser;
import io.ansflow.security.Role;
import io.ansflow.workload.WorkloadAction;
import io.ansflow.workload.WorkloadActions;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Offers operators what can be done to many resources at once. */
@org.springframework.stereotype.Component
class BulkButtons implements SelectionActions {
    private static final Map<WorkloadAction, Icon> ICONS = new EnumMap<>(Map.of(
            WorkloadAction.SCALE, Icon.SCALE,
            WorkloadAction.RESTART, Icon.REFRESH,
            WorkloadAction.DELETE, Icon.TRASH));

    private final Clusters clusters;
    private final CurrentUser user;
    private final WorkloadActions actions;
    private final BulkServices services;

    BulkButtons(Clusters clusters, CurrentUser user, WorkloadActions actions, BulkServices services) {
        this.clusters = clusters;
        this.user = user;
        this.actions = actions;
        this.services = services;
    }

    @Override
    public Optional<Component> offer(Kind kind, Supplier<Set<Resource>> selected) {
        if (!user.has(Role.OPERATOR)) {
            return Optional.empty();
        }
        Set<WorkloadAction> offered = actions.offered(kind.id().value());
        Div buttons = new Div();
        buttons.addClassName("action-row");
        ICONS.forEach((action, icon) -> {
            if (offered.contains(action)) {
                Button button = new Button(
                        Translated.of("workload.action." + action),
                        icon.create(),
                        click -> ask(action, kind, selected.get()));
                button.addThemeVariants(ButtonVariant.SMALL);
                buttons.add(button);
            }
        });
        return buttons.getComponentCount() == 0 ? Optional.empty() : Optional.of(buttons);
    }

    private void ask(WorkloadAction action, Kind kind, Set<Resource> resources) {
        Map<ClusterId, Cluster> known =
                clusters.list().stream().collect(Collectors.toMap(Cluster::id, Function.identity()));
        new BulkDialog(
                        action,
                        kind.id().value(),
                        resources.stream().map(ResourceTarget::of).toList(),
                        known,
                        services)
                .open();
    }
}
