package io.ansflow.operation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.ansflow.base.ui.RelativeAge;
import io.ansflow.base.ui.Translated;
import io.ansflow.operation.Operation;
import io.ansflow.operation.OperationId;
import io.ansflow.operation.Operations;
import jakarta.annotation.security.RolesAllowed;

/** One operation: how far it is, and what became of each object. */
@Route("operations/:operationId(\\d{1,18})")
@RolesAllowed("VIEWER")
class OperationView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    static final String ID = "operationId";

    private final transient Operations operations;
    private final transient OperationPanels panels;
    private String title = "";

    OperationView(Operations operations, OperationPanels panels) {
        this.operations = operations;
        this.panels = panels;
        addClassName("operation-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getRouteParameters()
                .getLong(ID)
                .filter(id -> id > 0)
                .map(OperationId::new)
                .flatMap(operations::find)
                .ifPresentOrElse(this::show, () -> event.rerouteToError(NotFoundException.class));
    }

    @Override
    public String getPageTitle() {
        return Translated.of("app.title", title);
    }

    private void show(Operation operation) {
        title = Translated.of(operation.title());
        RouterLink back = new RouterLink(Translated.of("operations.title"), OperationListView.class);
        back.addClassName("back");
        Span actor = new Span(operation.actor());
        Div who = new Div(actor, new RelativeAge(operation.requestedAt()));
        who.addClassNames("secondary", "operation-who");
        removeAll();
        add(new Header(back, new H1(title)), who, panels.follow(operation.id()));
    }
}
