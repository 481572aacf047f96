package io.ansflow.operation.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.shared.Registration;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.ListMessage;
import io.ansflow.base.ui.RelativeAge;
import io.ansflow.base.ui.Translated;
import io.ansflow.operation.Operation;
import io.ansflow.operation.OperationId;
import io.ansflow.operation.Operations;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The long work that was asked for lately, the newest first. */
@Route(OperationNavigation.LIST)
@Menu(title = "operations.title", icon = "images/icons.svg#clock", order = 70)
@RolesAllowed("VIEWER")
class OperationListView extends Main implements HasDynamicTitle {
    /** How many are shown at once, and how many more are added. */
    static final int STEP = 50;

    private final transient Operations operations;
    private final transient OperationChanges changes;
    private final transient List<Operation> shown = new ArrayList<>();
    private final ListDataProvider<Operation> provider = new ListDataProvider<>(shown) {
        @Override
        public Object getId(Operation operation) {
            return operation.id();
        }
    };
    private final Grid<Operation> grid = new Grid<>();
    private final Button older = new Button(Translated.of("operations.older"), click -> more());
    private @Nullable Registration subscription;

    OperationListView(Operations operations, OperationChanges changes) {
        this.operations = operations;
        this.changes = changes;
        addClassName("operation-list");
        grid.addClassName("operation-grid");
        grid.addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAriaLabel(Translated.of("operations.title"));
        grid.setEmptyStateComponent(new ListMessage(Icon.CLOCK, "operations.none"));
        column("what", "10rem", 2, OperationListView::what);
        column("state", "9rem", 1, OperationListView::state);
        grid.setDataProvider(provider);
        grid.addItemClickListener(
                click -> OperationNavigation.one(click.getItem().id()));
        add(new Header(new H1(Translated.of("operations.title"))), grid, older);
    }

    @Override
    public String getPageTitle() {
        return Translated.of("app.title", Translated.of("operations.title"));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        subscription = changes.subscribe(event.getUI(), this::changed);
        shown.clear();
        more();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.remove();
        }
    }

    private void more() {
        long before = shown.isEmpty() ? Long.MAX_VALUE : shown.getLast().id().value();
        List<Operation> found = operations.recent(before, STEP + 1);
        shown.addAll(found.subList(0, Math.min(STEP, found.size())));
        older.setVisible(found.size() > STEP);
        provider.refreshAll();
    }

    private void changed(Set<OperationId> ids) {
        Map<OperationId, Integer> places = new HashMap<>();
        for (int place = 0; place < shown.size(); place++) {
            places.put(shown.get(place).id(), place);
        }
        List<Operation> fresh = new ArrayList<>();
        for (OperationId id : ids) {
            Integer place = places.get(id);
            operations.find(id).ifPresent(operation -> {
                if (place == null) {
                    fresh.add(operation);
                } else {
                    shown.set(place, operation);
                    provider.refreshItem(operation);
                }
            });
        }
        long newest = shown.isEmpty() ? 0 : shown.getFirst().id().value();
        fresh.removeIf(operation -> operation.id().value() < newest);
        if (!fresh.isEmpty()) {
            fresh.sort((one, other) -> Long.compare(other.id().value(), one.id().value()));
            shown.addAll(0, fresh);
            provider.refreshAll();
        }
    }

    private void column(String key, String width, int grow, SerializableFunction<Operation, Component> cell) {
        grid.addComponentColumn(cell::apply)
                .setKey(key)
                .setHeader(Translated.of("operations.column." + key))
                .setWidth(width)
                .setFlexGrow(grow);
    }

    private static Component what(Operation operation) {
        RouterLink title = new RouterLink(
                Translated.of(operation.title()),
                OperationView.class,
                new RouteParameters(OperationView.ID, operation.id().toString()));
        Div who = new Div(new Span(operation.actor()), new RelativeAge(operation.requestedAt()));
        who.addClassNames("secondary", "operation-who");
        Div cell = new Div(title, who);
        cell.addClassName("cell");
        return cell;
    }

    private static Component state(Operation operation) {
        Div cell = new Div(OperationBadges.of(operation));
        if (!operation.ended()) {
            cell.add(OperationBadges.progress(operation));
        }
        cell.addClassName("cell");
        return cell;
    }
}
