package io.ansflow.inventory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
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
import io.ansflow.base.ClusterId;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.Clusters;
import io.ansflow.cluster.ui.ClusterBadges;
import io.ansflow.cluster.ui.ClusterNavigation;
import io.ansflow.inventory.Inventory;
import io.ansflow.inventory.InventorySync;
import io.ansflow.inventory.Kind;
import io.ansflow.inventory.KindId;
import io.ansflow.inventory.KindState;
import io.ansflow.inventory.ResourceQuery;
import io.ansflow.inventory.RunningSync;
import io.ansflow.security.CurrentUser;
import io.ansflow.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known of the resources of one cluster, kind by kind: how many, how old, and what keeps it from knowing more. */
@Route(ClusterNavigation.LIST + "/:" + ClusterResourcesView.ID + "([1-9][0-9]{0,17})/" + InventoryNavigation.RESOURCES)
@RolesAllowed("VIEWER")
class ClusterResourcesView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    static final String ID = "cluster";

    private final transient Inventory inventory;
    private final transient InventorySync sync;
    private final transient Clusters clusters;
    private final Header header = new Header();
    private final Div progress = new Div();
    private final Div troubles = new Div();
    private final KindStateGrid kinds;
    private final transient Optional<SyncButton> syncNow;
    private transient @Nullable Cluster cluster;

    ClusterResourcesView(
            Inventory inventory, InventorySync sync, Clusters clusters, InventoryChanges changes, CurrentUser user) {
        this.inventory = inventory;
        this.sync = sync;
        this.clusters = clusters;
        this.kinds = new KindStateGrid();
        this.syncNow = user.has(Role.OPERATOR) ? Optional.of(new SyncButton(sync, this::ids)) : Optional.empty();
        troubles.addClassName("sync-summary");
        addClassName("cluster-resources");
        changes.follow(this, this::changed);
        add(header, progress, troubles, kinds);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        cluster = event.getRouteParameters()
                .getLong(ID)
                .map(ClusterId::new)
                .flatMap(clusters::find)
                .orElseThrow(NotFoundException::new);
        showHeader(cluster);
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("app.title", getTranslation("sync.title", cluster == null ? "" : cluster.name()));
    }

    private List<ClusterId> ids() {
        return cluster == null ? List.of() : List.of(cluster.id());
    }

    private void changed(Set<ClusterId> ids) {
        if (ids().stream().anyMatch(ids::contains)) {
            show();
        }
    }

    private void showHeader(Cluster shown) {
        Anchor all = new Anchor(ClusterNavigation.LIST, Translated.of("clusters.title"));
        Anchor list = new Anchor(
                InventoryNavigation.href(ResourceQuery.ALL.clusters(Set.of(shown.id()))), Translated.of("sync.list"));
        Div title = new Div(
                new H1(Translated.of("sync.title", shown.name())),
                ClusterBadges.environment(shown.environment()),
                ClusterBadges.reachability(shown.status().reachability()));
        title.addClassName("cluster-resources-title");
        Div ways = new Div(all, list);
        ways.addClassNames("cluster-resources-ways", "secondary");
        header.removeAll();
        header.add(new Div(ways, title));
        syncNow.ifPresent(header::add);
    }

    private void show() {
        if (cluster == null) {
            return;
        }
        ClusterId id = cluster.id();
        Map<KindId, KindState> states =
                sync.states(id).stream().collect(Collectors.toMap(KindState::kind, Function.identity()));
        Optional<RunningSync> running = sync.running(id);
        List<Kind> all = inventory.kinds();
        progress.removeAll();
        running.ifPresent(sync -> progress.add(new SyncProgressLine(sync, new Span(), all.size(), this::kindName)));
        troubles.removeAll();
        Trouble.of(states.values()).stream().map(trouble -> notice(trouble)).forEach(troubles::add);
        kinds.show(
                id,
                all.stream()
                        .map(kind -> KindStateGrid.Row.of(kind, states.get(kind.id()), running))
                        .toList());
        syncNow.ifPresent(SyncButton::refresh);
    }

    private Component notice(Trouble trouble) {
        return new TroubleNotice(trouble, new Span(), this::kindName);
    }

    private String kindName(KindId kind) {
        return inventory.kind(kind.value()).map(Kind::name).orElseGet(kind::value);
    }
}
