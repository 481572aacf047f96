package io.ansflow.audit.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.ansflow.audit.AuditEntry;
import io.ansflow.audit.AuditEntry.Outcome;
import io.ansflow.audit.AuditLog;
import io.ansflow.audit.AuditQuery;
import io.ansflow.base.ClusterId;
import io.ansflow.base.ui.Addresses;
import io.ansflow.base.ui.FacetChips;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.ListMessage;
import io.ansflow.base.ui.Translated;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who did what, the newest first. */
@Route(AuditNavigation.PATH)
@Menu(title = "audit.title", icon = "images/icons.svg#shield", order = 80)
@RolesAllowed("OPERATOR")
class AuditView extends Main implements AfterNavigationObserver, HasDynamicTitle {
    /** How many entries are shown at once, and how many more are added. */
    static final int STEP = 100;

    private final transient AuditLog log;
    private final transient List<AuditEntry> shown = new ArrayList<>();
    private transient AuditQuery query = AuditQuery.ALL;

    private final TextField text = new TextField();
    private final FacetChips<Outcome> outcomes = new FacetChips<>(
            Outcome.class, "audit.outcome.", "audit.column.outcome", () -> search(query.cluster(), false));
    private final Button everyCluster = new Button(
            Translated.of("audit.cluster.all"), Icon.CLOSE.create(), click -> search(Optional.empty(), false));
    private final AuditGrid grid = new AuditGrid();
    private final Button older = new Button(Translated.of("audit.older"), click -> more());

    AuditView(AuditLog log) {
        this.log = log;
        addClassName("audit");
        Button refresh = new Button(Translated.of("audit.refresh"), Icon.REFRESH.create(), click -> show(query));
        text.setPlaceholder(Translated.of("audit.search"));
        text.setAriaLabel(Translated.of("audit.search"));
        text.setPrefixComponent(Icon.SEARCH.create());
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                search(query.cluster(), true);
            }
        });
        Div filters = new Div(text, outcomes, everyCluster);
        filters.addClassName("filter-bar");
        filters.getElement().setAttribute("role", "search");
        grid.setItems(shown);
        add(new Header(new H1(Translated.of("audit.title")), refresh), filters, grid, older);
    }

    @Override
    public String getPageTitle() {
        return Translated.of("app.title", Translated.of("audit.title"));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        AuditQuery wanted = AuditAddress.read(event.getLocation().getQueryParameters());
        text.setValue(wanted.text());
        outcomes.choose(wanted.outcomes());
        show(wanted);
    }

    private void search(Optional<ClusterId> cluster, boolean typing) {
        show(new AuditQuery(cluster, outcomes.chosen(), text.getValue()));
        Addresses.remember(this, AuditNavigation.PATH, AuditAddress.write(query), typing);
    }

    private void show(AuditQuery wanted) {
        query = wanted;
        shown.clear();
        everyCluster.setVisible(query.cluster().isPresent());
        grid.setEmptyStateComponent(
                new ListMessage(Icon.SHIELD, query.equals(AuditQuery.ALL) ? "audit.none" : "audit.nomatch"));
        more();
    }

    private void more() {
        long before = shown.isEmpty() ? Long.MAX_VALUE : shown.getLast().id();
        List<AuditEntry> found = log.read(query, before, STEP + 1);
        shown.addAll(found.subList(0, Math.min(STEP, found.size())));
        older.setVisible(found.size() > STEP);
        grid.getDataProvider().refreshAll();
    }
}
