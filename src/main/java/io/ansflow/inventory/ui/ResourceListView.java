package io.ansflow.inventory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
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
import io.ansflow.inventory.Inventory;
import io.ansflow.inventory.InventorySync;
import io.ansflow.inventory.Kind;
import io.ansflow.inventory.Resource;
import io.ansflow.inventory.ResourceKey;
import io.ansflow.inventory.ResourceQuery;
import io.ansflow.security.CurrentUser;
import io.ansflow.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.NestedRuntimeException;

/** What runs in all clusters, and the panel of one resource beside it. */
@Route(InventoryNavigation.RESOURCES)
@Menu(title = "resources.title", icon = "images/icons.svg#resources", order = 2)
@RolesAllowed("VIEWER")
class ResourceListView extends Main implements AfterNavigationObserver, HasDynamicTitle, ResourcePanel.Listener {
    /** While syncs are under way, rows are read again no more often than this. */
    private static final long QUIET_NANOS = 2_000_000_000;

    private static final Logger log = LoggerFactory.getLogger(ResourceListView.class);

    private final transient Inventory inventory;
    private final transient InventorySync sync;
    private final transient ListedClusters clusters;
    private final transient List<SelectionActions> selectionActions;
    private transient ResourceAddress address = ResourceAddress.ALL;
    private boolean columnsShown;
    private long readAt = System.nanoTime();

    private final ResourceWindow rows;
    private final ResourceGrid grid;
    private final ResourcePanel panel;
    private final KindChips kinds;
    private final ResourceFilterBar filters;
    private final SyncSummary summary;
    private final transient Optional<SyncButton> syncNow;
    private final transient ListScroll scroll;
    private final transient BackgroundCount count;
    private final SelectionBar selection = new SelectionBar(this::deselect);
    private final MasterDetailLayout layout = new MasterDetailLayout();

    ResourceListView(
            Inventory inventory,
            InventorySync sync,
            Clusters clusters,
            InventoryChanges changes,
            CurrentUser user,
            ObjectProvider<ResourceTab> tabs,
            ObjectProvider<ResourceActions> actions,
            ObjectProvider<SelectionActions> selectionActions) {
        this.inventory = inventory;
        this.sync = sync;
        this.clusters = new ListedClusters(clusters);
        this.selectionActions = selectionActions.orderedStream().toList();
        ResourceCells cells = new ResourceCells(
                this.clusters::find,
                id -> inventory.kind(id.value()).map(Kind::name).orElseGet(id::value),
                key -> address.opening(key).href());
        this.rows = new ResourceWindow(inventory, this::failed);
        this.grid = new ResourceGrid(rows, cells, selection::show);
        this.scroll = new ListScroll(rows, grid, this::nothing);
        this.panel = new ResourcePanel(
                tabs.orderedStream().toList(), actions.orderedStream().toList(), cells, this);
        this.kinds = new KindChips(inventory.kinds());
        this.filters = new ResourceFilterBar(inventory, this::queryChanged);
        this.count = new BackgroundCount(this, inventory, () -> address.query(), scroll.foot(), filters);
        this.summary = new SyncSummary(
                sync, cells::kindName, this.clusters::tag, inventory.kinds().size());
        this.syncNow =
                user.has(Role.OPERATOR) ? Optional.of(new SyncButton(sync, this::shownClusters)) : Optional.empty();
        addClassName("resource-list");
        changes.follow(this, this::changed);
        layOut();
        grid.addItemClickListener(click -> open(click.getItem().key()));
        grid.addSortListener(event -> {
            if (event.isFromClient()) {
                show(address.with(grid.order()));
                remember(false);
            }
        });
    }

    private void layOut() {
        Header header = new Header(new H1(getTranslation("resources.title")));
        syncNow.ifPresent(header::add);
        Div master = new Div(header, kinds, filters, summary, selection, grid, scroll.foot());
        master.addClassName("resource-master");
        layout.setMaster(master);
        layout.setMasterSize("min(26rem, 100%)");
        layout.setDetailSize("34rem");
        layout.setExpandMaster(true);
        layout.setSizeFull();
        layout.addBackdropClickListener(click -> closed());
        layout.addDetailEscapePressListener(press -> closed());
        add(layout);
    }

    @Override
    public String getPageTitle() {
        ResourceKey open = address.open();
        return getTranslation("app.title", open == null ? getTranslation("resources.title") : open.name());
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
        showSyncs();
        boolean over = ids.stream().anyMatch(id -> sync.running(id).isEmpty());
        if (over || System.nanoTime() - readAt > QUIET_NANOS) {
            readAt = System.nanoTime();
            scroll.refresh();
            count.count();
            showPanel();
        }
    }

    private void showSyncs() {
        summary.show(shownClusters(), address.query().kinds());
        syncNow.ifPresent(SyncButton::refresh);
    }

    private List<ClusterId> shownClusters() {
        return clusters.of(address.query());
    }

    /** Shows what the address says; only what is different is made anew. */
    private void show(ResourceAddress wanted) {
        ResourceAddress before = address;
        address = wanted;
        boolean others = !columnsShown || !before.query().equals(wanted.query());
        if (!columnsShown || !before.query().kinds().equals(wanted.query().kinds())) {
            showColumns();
        }
        grid.showOrder(wanted.order());
        kinds.show(wanted);
        filters.show(wanted.query());
        if (others || !before.order().equals(wanted.order())) {
            deselect();
            scroll.show(wanted.query(), wanted.order());
        }
        if (others) {
            scroll.foot().counting();
            count.count();
            showSyncs();
        }
        grid.markOpen(wanted.open());
        showPanel();
    }

    private void showColumns() {
        columnsShown = true;
        Optional<Kind> kind = kind();
        List<Component> offered = kind.stream()
                .flatMap(one -> selectionActions.stream().map(actions -> actions.offer(one, this::selected)))
                .flatMap(Optional::stream)
                .toList();
        selection.offer(offered);
        grid.show(kind, !offered.isEmpty());
    }

    /** The one kind that is shown; empty if they are several. */
    private Optional<Kind> kind() {
        return address.query().kinds().size() == 1
                ? inventory.kind(address.query().kinds().iterator().next().value())
                : Optional.empty();
    }

    private void showPanel() {
        ResourceKey open = address.open();
        Optional<Resource> resource = open == null ? Optional.empty() : inventory.find(open);
        resource.ifPresent(found -> panel.show(found, address.tab()));
        Component detail = open == null ? null : resource.isPresent() ? panel : gone(open);
        if (!Objects.equals(layout.getDetail(), detail)) {
            layout.setDetail(detail);
        }
    }

    private Component gone(ResourceKey key) {
        return new GonePanel(key, this::closed);
    }

    private void queryChanged(ResourceQuery query, boolean typing) {
        show(address.with(query));
        remember(typing);
    }

    private void open(ResourceKey key) {
        show(address.opening(key));
        remember(false);
    }

    @Override
    public void closed() {
        show(address.closed());
        remember(false);
    }

    @Override
    public void tabChosen(String name) {
        address = address.on(name);
        remember(true);
    }

    private void remember(boolean replacing) {
        Addresses.remember(this, InventoryNavigation.RESOURCES, address.toParameters(), replacing);
        getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
    }

    private void deselect() {
        grid.deselectAll();
        selection.show(0);
    }

    /** As they are known by now; those that are gone as they were. */
    private Set<Resource> selected() {
        return grid.getSelectedItems().stream()
                .map(resource -> inventory.find(resource.key()).orElse(resource))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void failed(NestedRuntimeException problem) {
        log.warn("Resources cannot be read", problem);
        scroll.failed();
    }

    private ListMessage nothing() {
        ResourceQuery unfiltered = ResourceQuery.ALL.kinds(address.query().kinds());
        return NothingListed.message(
                "resources.empty",
                Icon.RESOURCES,
                clusters.isEmpty(),
                !address.query().equals(unfiltered),
                () -> queryChanged(unfiltered, false));
    }
}
