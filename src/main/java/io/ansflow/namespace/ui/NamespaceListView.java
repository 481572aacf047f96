package io.ansflow.namespace.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.ansflow.base.ClusterId;
import io.ansflow.base.ui.Addresses;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.ListMessage;
import io.ansflow.cluster.Clusters;
import io.ansflow.inventory.Health;
import io.ansflow.inventory.Inventory;
import io.ansflow.inventory.InventorySync;
import io.ansflow.inventory.Kind;
import io.ansflow.inventory.ResourceQuery;
import io.ansflow.inventory.ui.BackgroundCount;
import io.ansflow.inventory.ui.InventoryChanges;
import io.ansflow.inventory.ui.ListScroll;
import io.ansflow.inventory.ui.ListedClusters;
import io.ansflow.inventory.ui.NothingListed;
import io.ansflow.inventory.ui.ResourceAddress;
import io.ansflow.inventory.ui.ResourceFilterBar;
import io.ansflow.inventory.ui.ResourceWindow;
import io.ansflow.inventory.ui.SyncSummary;
import io.ansflow.security.CurrentUser;
import io.ansflow.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;

/** The namespaces of all clusters, with what is in them and how much of their quotas is used. */
@Route(NamespaceNavigation.LIST)
@Menu(title = "namespaces.title", icon = "images/icons.svg#namespace", order = 3)
@RolesAllowed("VIEWER")
class NamespaceListView extends Main implements AfterNavigationObserver, HasDynamicTitle {
    private static final ResourceFilterBar.Offer FILTERS = new ResourceFilterBar.Offer(
            "namespaces.search",
            EnumSet.of(Health.PROGRESSING, Health.UNKNOWN, Health.HEALTHY),
            "namespaces.status.",
            false);

    private static final Logger log = LoggerFactory.getLogger(NamespaceListView.class);

    private final transient ListedClusters clusters;
    private final boolean operator;
    private transient ResourceAddress address = ResourceAddress.ALL;

    private final ResourceWindow rows;
    private final NamespaceGrid grid;
    private final ResourceFilterBar filters;
    private final SyncSummary summary;
    private final transient ListScroll scroll;
    private final transient BackgroundCount count;

    NamespaceListView(
            Inventory inventory, InventorySync sync, Clusters clusters, InventoryChanges changes, CurrentUser user) {
        this.clusters = new ListedClusters(clusters);
        this.operator = user.has(Role.OPERATOR);
        RememberedNumbers numbers = new RememberedNumbers(inventory);
        NamespaceCells cells = new NamespaceCells(
                this.clusters::find,
                id -> inventory.kind(id.value()).map(Kind::name).orElseGet(id::value),
                numbers::of);
        this.rows = new ResourceWindow(inventory, this::failed, numbers::read);
        this.grid = new NamespaceGrid(rows, cells);
        this.scroll = new ListScroll(rows, grid, this::emptyState);
        this.filters = new ResourceFilterBar(inventory, FILTERS, this::queryChanged);
        this.count = new BackgroundCount(this, inventory, this::query, scroll.foot(), filters);
        this.summary = new SyncSummary(
                sync, cells::kindName, this.clusters::tag, inventory.kinds().size());
        Header header = new Header(new H1(getTranslation("namespaces.title")));
        if (operator) {
            header.add(addButton());
        }
        Div master = new Div(header, filters, summary, grid, scroll.foot());
        master.addClassName("resource-master");
        addClassName("namespace-list");
        changes.follow(this, this::changed);
        add(master);
        grid.show(inventory.kind(NamespaceNavigation.KIND.value()), false);
        grid.addItemClickListener(click -> NamespaceNavigation.open(
                click.getItem().key().cluster(), click.getItem().name()));
        grid.addSortListener(event -> {
            if (event.isFromClient()) {
                show(address.with(grid.order()));
                remember(false);
            }
        });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("app.title", getTranslation("namespaces.title"));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        loadClusters();
        summary.load();
        show(ResourceAddress.from(event.getLocation().getQueryParameters()));
    }

    private void loadClusters() {
        filters.offer(clusters.load());
    }

    private void changed(Set<ClusterId> ids) {
        if (!clusters.know(ids)) {
            loadClusters();
        }
        summary.load(ids);
        showSummary();
        scroll.refresh();
        count.count();
    }

    private void show(ResourceAddress wanted) {
        address = wanted;
        grid.showOrder(wanted.order());
        filters.show(wanted.query());
        scroll.show(query(), wanted.order());
        scroll.foot().counting();
        count.count();
        showSummary();
    }

    private ResourceQuery query() {
        return address.query().kinds(Set.of(NamespaceNavigation.KIND));
    }

    private void showSummary() {
        summary.show(clusters.of(address.query()), Set.of(NamespaceNavigation.KIND));
    }

    private void queryChanged(ResourceQuery query, boolean typing) {
        show(address.with(query.kinds(Set.of())));
        remember(typing);
    }

    private void remember(boolean replacing) {
        Addresses.remember(this, NamespaceNavigation.LIST, address.toParameters(), replacing);
    }

    private void failed(NestedRuntimeException problem) {
        log.warn("Namespaces cannot be read", problem);
        scroll.failed();
    }

    private ListMessage emptyState() {
        return NothingListed.message(
                "namespaces.empty",
                Icon.NAMESPACE,
                clusters.isEmpty(),
                !query().equals(ResourceQuery.of(NamespaceNavigation.KIND)),
                () -> queryChanged(ResourceQuery.ALL, false));
    }

    private Button addButton() {
        Button add =
                new Button(getTranslation("namespaces.add"), Icon.PLUS.create(), click -> NamespaceNavigation.add());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        return add;
    }
}
