package io.ansflow.inventory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Translated;
import io.ansflow.inventory.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that is known of one resource, and what can be done to it; each tab is made when somebody opens it. */
class ResourcePanel extends Aside {
    private final transient List<ResourceTab> offeredTabs;
    private final transient List<ResourceActions> offeredActions;
    private final transient ResourceCells cells;
    private final transient Listener listener;
    private final Div head = new Div();
    private final Div actions = new Div();
    private final Tabs tabs = new Tabs();
    private final Div content = new Div();
    private final transient Map<Tab, ResourceTab> suitable = new LinkedHashMap<>();
    private transient @Nullable Resource shown;
    private @Nullable Tab opened;

    /** Told of what a person does. */
    interface Listener {
        void closed();

        /**
         * The person looks at this tab now.
         *
         * @param name of the tab, for the address; empty for the first
         */
        void tabChosen(String name);
    }

    ResourcePanel(
            List<ResourceTab> offeredTabs,
            List<ResourceActions> offeredActions,
            ResourceCells cells,
            Listener listener) {
        this.offeredTabs = offeredTabs;
        this.offeredActions = offeredActions;
        this.cells = cells;
        this.listener = listener;
        addClassName("resource-panel");
        head.addClassName("resource-head");
        actions.addClassName("resource-actions");
        content.addClassName("resource-content");
        tabs.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                open(change.getSelectedTab());
                listener.tabChosen(name(change.getSelectedTab()));
            }
        });
        add(head, actions, tabs, content);
    }

    /**
     * Shows the resource as it is known now. Of the one that is shown already, only what says something new is made again.
     *
     * @param tab its name; the first if there is none of that name
     */
    void show(Resource resource, String tab) {
        @Nullable Resource before = shown;
        shown = resource;
        boolean another = before == null
                || !before.key().equals(resource.key())
                || !before.uid().equals(resource.uid());
        showHead(resource);
        if (another) {
            showActions(resource);
            makeTabs(resource);
        }
        Tab wanted = suitable.keySet().stream()
                .filter(candidate -> name(candidate).equals(tab))
                .findFirst()
                .orElseGet(() -> suitable.keySet().iterator().next());
        tabs.setSelectedTab(wanted);
        if (another || !wanted.equals(opened) || suitable.get(wanted) instanceof OverviewTab) {
            open(wanted);
        }
    }

    private void showHead(Resource resource) {
        Span kind = new Span(cells.kindName(resource.key().kind()));
        kind.addClassName("secondary");
        Button close = new Button(Icon.CLOSE.create(), click -> listener.closed());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel(Translated.of("resource.close"));
        close.addClassName("resource-close");
        Div where = new Div(kind, cluster(resource));
        if (!resource.namespace().isEmpty()) {
            Span namespace = new Span(resource.namespace());
            namespace.addClassName("resource-namespace");
            where.add(namespace);
        }
        where.addClassName("resource-where");
        Div name = new Div(new H2(resource.name()));
        name.addClassName("resource-title");
        if (HealthBadge.says(resource)) {
            name.add(new HealthBadge(resource));
        }
        head.removeAll();
        head.add(where, close, name);
    }

    /** A link to what else is known of the cluster. */
    private Component cluster(Resource resource) {
        return new Anchor(InventoryNavigation.href(resource.key().cluster()), cells.cluster(resource));
    }

    private void showActions(Resource resource) {
        actions.removeAll();
        offeredActions.stream()
                .map(offered -> offered.offer(resource))
                .flatMap(Optional::stream)
                .forEach(actions::add);
        actions.setVisible(actions.getComponentCount() > 0);
    }

    private void makeTabs(Resource resource) {
        tabs.removeAll();
        suitable.clear();
        opened = null;
        for (ResourceTab offered : offeredTabs) {
            if (offered.suits(resource)) {
                Tab tab = new Tab(Translated.of(offered.title()));
                suitable.put(tab, offered);
                tabs.add(tab);
            }
        }
    }

    private void open(Tab tab) {
        @Nullable ResourceTab offered = suitable.get(tab);
        if (offered != null && shown != null) {
            opened = tab;
            content.removeAll();
            Component made = offered.content(shown);
            content.add(made);
        }
    }

    /** The last word of the title's key; the first tab goes without saying. */
    private String name(Tab tab) {
        @Nullable ResourceTab offered = suitable.get(tab);
        if (offered == null || tab.equals(suitable.keySet().iterator().next())) {
            return "";
        }
        return offered.title().substring(offered.title().lastIndexOf('.') + 1);
    }
}
