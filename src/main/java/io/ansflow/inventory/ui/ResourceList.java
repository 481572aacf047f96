package io.ansflow.inventory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import io.ansflow.base.ClusterId;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.ListMessage;
import io.ansflow.base.ui.Translated;
import io.ansflow.inventory.Inventory;
import io.ansflow.inventory.InventorySync;
import io.ansflow.inventory.Kind;
import io.ansflow.inventory.Resource;
import io.ansflow.inventory.ResourceKey;
import io.ansflow.inventory.ResourceOrder;
import io.ansflow.inventory.ResourceQuery;
import io.ansflow.security.CurrentUser;
import io.ansflow.security.Role;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;

/** The rows that an address asks for, with what filters and selects them and says how well they are known. */
class ResourceList extends Div {
    /** While syncs are under way, rows are read again no more often than this. */
    private static final long QUIET_NANOS = 2_000_000_000;

    private static final Logger log = LoggerFactory.getLogger(ResourceList.class);

    private final transient Inventory inventory;
    private final transient InventorySync sync;
    private final transient ListedClusters clusters;
    private final transient List<SelectionActions> selectionActions;
    private final transient Listener listener;
    private transient ResourceAddress address = ResourceAddress.ALL;
    private boolean columnsShown;
    private long readAt = System.nanoTime();

    private final ResourceGrid grid;
    private final KindChips kinds;
    private final ResourceFilterBar filters;
    private final SyncSummary summary;
    private final transient Optional<SyncButton> syncNow;
    private final transient ListScroll scroll;
    private final transient BackgroundCount count;
    private final SelectionBar selection = new SelectionBar(this::deselect);

    /** @param selectionActions what can be done with selected rows */
    ResourceList(
            Inventory inventory,
            InventorySync sync,
            ListedClusters clusters,
            ResourceCells cells,
            CurrentUser user,
            List<SelectionActions> selectionActions,
            Listener listener) {
        this.inventory = inventory;
        this.sync = sync;
        this.clusters = clusters;
        this.selectionActions = selectionActions;
        this.listener = listener;
        ResourceWindow rows = new ResourceWindow(inventory, this::failed);
        grid = new ResourceGrid(rows, cells, selection::show);
        scroll = new ListScroll(rows, grid, this::nothing);
        kinds = new KindChips(inventory.kinds());
        filters = new ResourceFilterBar(inventory, listener::queryChanged);
        count = new BackgroundCount(this, inventory, () -> address.query(), scroll.foot(), filters);
        summary = new SyncSummary(
                sync, cells::kindName, clusters::tag, inventory.kinds().size());
        syncNow = user.has(Role.OPERATOR) ? Optional.of(new SyncButton(sync, this::shownClusters)) : Optional.empty();
        addClassName("resource-master");
        Header header = new Header(new H1(Translated.of("resources.title")));
        syncNow.ifPresent(header::add);
        add(header, kinds, filters, summary, selection, grid, scroll.foot());
        grid.addItemClickListener(click -> listener.opened(click.getItem().key()));
        grid.addSortListener(event -> {
            if (event.isFromClient()) {
                listener.ordered(grid.order());
            }
        });
    }

    /** What a person wants to see instead. */
    interface Listener {
        /**
         * Other rows.
         *
         * @param typing whether a person may not have typed all of it yet
         */
        void queryChanged(ResourceQuery query, boolean typing);

        void ordered(ResourceOrder order);

        /** A row was clicked. */
        void opened(ResourceKey key);
    }

    /** Asks anew which clusters there are and how well they are known. */
    void load() {
        loadClusters();
        summary.load();
    }

    /**
     * Shows what changed in clusters.
     *
     * @return whether the rows were read again
     */
    boolean changed(Set<ClusterId> ids) {
        if (!clusters.know(ids)) {
            loadClusters();
        }
        summary.load(ids);
        showSyncs();
        boolean over = ids.stream().anyMatch(id -> sync.running(id).isEmpty());
        if (!over && System.nanoTime() - readAt <= QUIET_NANOS) {
            return false;
        }
        readAt = System.nanoTime();
        scroll.refresh();
        count.count();
        return true;
    }

    /** Shows what the address says; only what is different is made anew. */
    void show(ResourceAddress wanted) {
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
    }

    private void loadClusters() {
        filters.offer(clusters.load());
    }

    private void showSyncs() {
        summary.show(shownClusters(), address.query().kinds());
        syncNow.ifPresent(SyncButton::refresh);
    }

    private List<ClusterId> shownClusters() {
        return clusters.of(address.query());
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
                () -> listener.queryChanged(unfiltered, false));
    }
}
