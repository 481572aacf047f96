package io.ansflow.inventory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.ansflow.base.ClusterId;
import io.ansflow.base.ui.Addresses;
import io.ansflow.cluster.Clusters;
import io.ansflow.inventory.Inventory;
import io.ansflow.inventory.InventorySync;
import io.ansflow.inventory.Kind;
import io.ansflow.inventory.Resource;
import io.ansflow.inventory.ResourceKey;
import io.ansflow.inventory.ResourceOrder;
import io.ansflow.inventory.ResourceQuery;
import io.ansflow.security.CurrentUser;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;

/** What runs in all clusters, and the panel of one resource beside it. Everything that is shown is in the address. */
@Route(InventoryNavigation.RESOURCES)
@Menu(title = "resources.title", icon = "images/icons.svg#resources", order = 2)
@RolesAllowed("VIEWER")
class ResourceListView extends Main
        implements AfterNavigationObserver, HasDynamicTitle, ResourceList.Listener, ResourcePanel.Listener {
    private final transient Inventory inventory;
    private transient ResourceAddress address = ResourceAddress.ALL;

    private final ResourceList list;
    private final ResourcePanel panel;
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
        ListedClusters listed = new ListedClusters(clusters);
        ResourceCells cells = new ResourceCells(
                listed::find,
                id -> inventory.kind(id.value()).map(Kind::name).orElseGet(id::value),
                key -> address.opening(key).href());
        this.list = new ResourceList(
                inventory,
                sync,
                listed,
                cells,
                user,
                selectionActions.orderedStream().toList(),
                this);
        this.panel = new ResourcePanel(
                tabs.orderedStream().toList(), actions.orderedStream().toList(), cells, this);
        addClassName("resource-list");
        changes.follow(this, this::changed);
        layOut();
    }

    private void layOut() {
        layout.setMaster(list);
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
        list.load();
        show(ResourceAddress.from(event.getLocation().getQueryParameters()));
    }

    private void changed(Set<ClusterId> ids) {
        if (list.changed(ids)) {
            showPanel();
        }
    }

    private void show(ResourceAddress wanted) {
        address = wanted;
        list.show(wanted);
        showPanel();
    }

    private void showPanel() {
        ResourceKey open = address.open();
        Optional<Resource> resource = open == null ? Optional.empty() : inventory.find(open);
        resource.ifPresent(found -> panel.show(found, address.tab()));
        Component detail = open == null ? null : resource.isPresent() ? panel : new GonePanel(open, this::closed);
        if (!Objects.equals(layout.getDetail(), detail)) {
            layout.setDetail(detail);
        }
    }

    @Override
    public void queryChanged(ResourceQuery query, boolean typing) {
        go(address.with(query), typing);
    }

    @Override
    public void ordered(ResourceOrder order) {
        go(address.with(order), false);
    }

    @Override
    public void opened(ResourceKey key) {
        go(address.opening(key), false);
    }

    @Override
    public void closed() {
        go(address.closed(), false);
    }

    @Override
    public void tabChosen(String name) {
        address = address.on(name);
        remember(true);
    }

    private void go(ResourceAddress wanted, boolean typing) {
        show(wanted);
        remember(typing);
    }

    private void remember(boolean replacing) {
        Addresses.remember(this, InventoryNavigation.RESOURCES, address.toParameters(), replacing);
        getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
    }
}
