package io.ansflow.cluster.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import io.ansflow.base.ClusterId;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.Clusters;
import io.ansflow.security.CurrentUser;
import io.ansflow.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.NestedRuntimeException;

/** All clusters and how they are, true at any moment. */
@Route(ClusterNavigation.LIST)
@Menu(title = "clusters.title", icon = "images/icons.svg#cluster", order = 1)
@RolesAllowed("VIEWER")
class ClusterListView extends Main implements AfterNavigationObserver, HasDynamicTitle {
    /** Above this many changes at once, asking for the whole list is cheaper than for each. */
    private static final int SINGLY = 20;

    private static final Logger log = LoggerFactory.getLogger(ClusterListView.class);

    private final transient Clusters clusters;
    private final transient ClusterChanges changes;
    private final boolean administrator;
    private final transient Map<ClusterId, Cluster> known = new LinkedHashMap<>();
    private transient ClusterFilter filter = ClusterFilter.NONE;
    private boolean readable = true;
    private @Nullable Registration subscription;

    private final StatisticsPanel statistics = new StatisticsPanel();
    private final FilterBar filters = new FilterBar(this::filterChanged);
    private final ClusterGrid grid;
    private final NoClusters nothing;

    ClusterListView(Clusters clusters, ClusterChanges changes, CurrentUser user, ObjectProvider<ClusterLink> links) {
        this.clusters = clusters;
        this.changes = changes;
        this.administrator = user.has(Role.ADMINISTRATOR);
        this.grid = new ClusterGrid(
                cluster -> new RowActions(cluster, clusters, user),
                cluster -> new ClusterDetails(cluster, links.orderedStream().toList()));
        this.nothing = new NoClusters(grid, administrator, this::load, this::clearFilter);
        addClassName("cluster-list");
        Header header = new Header(new H1(getTranslation("clusters.title")));
        if (administrator) {
            header.add(NoClusters.addButton());
        }
        add(header, statistics, filters, grid);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("app.title", getTranslation("clusters.title"));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        subscription = changes.subscribe(event.getUI(), this::changed);
        load();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.remove();
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        filter = ClusterFilter.from(event.getLocation().getQueryParameters());
        filters.show(filter);
        show(Set.of());
    }

    private void load() {
        try {
            replaceAll();
            readable = true;
        } catch (NestedRuntimeException e) {
            log.warn("The list of clusters cannot be read", e);
            readable = false;
        }
        show(known.keySet());
    }

    private void replaceAll() {
        List<Cluster> all = clusters.list();
        known.clear();
        all.forEach(cluster -> known.put(cluster.id(), cluster));
    }

    /** What is shown stays while the database is away; the next change or a click brings the rest. */
    private void changed(Set<ClusterId> ids) {
        try {
            read(ids);
        } catch (NestedRuntimeException e) {
            log.warn("A change of clusters cannot be read: {}", e.getMessage());
            return;
        }
        readable = true;
        show(ids);
    }

    private void read(Set<ClusterId> ids) {
        boolean all = ids.size() > SINGLY || ids.stream().anyMatch(id -> !known.containsKey(id));
        if (all) {
            replaceAll();
        } else {
            ids.forEach(
                    id -> clusters.find(id).ifPresentOrElse(cluster -> known.put(id, cluster), () -> known.remove(id)));
        }
    }

    private void show(Set<ClusterId> changed) {
        statistics.show(ClusterFigures.of(known.values()));
        filters.count(filter, known.values());
        filters.setVisible(!known.isEmpty());
        nothing.explain(readable, !known.isEmpty());
        grid.show(known.values().stream().filter(filter::matches).toList(), changed);
    }

    private void filterChanged(ClusterFilter wanted, boolean typing) {
        filter = wanted;
        remember(typing);
        show(Set.of());
    }

    private void clearFilter() {
        filters.show(ClusterFilter.NONE);
        filterChanged(ClusterFilter.NONE, false);
    }

    /** Keeps the filter in the address. Typing makes no steps to go back through. */
    private void remember(boolean typing) {
        getUI().ifPresent(ui -> {
            Location location =
                    new Location(ui.getInternals().getActiveViewLocation().getPath(), filter.toQuery());
            var history = ui.getPage().getHistory();
            if (typing) {
                history.replaceState(null, location);
            } else {
                history.pushState(null, location);
            }
        });
    }
}
