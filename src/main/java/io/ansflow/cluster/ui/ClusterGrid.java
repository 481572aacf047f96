package io.ansflow.cluster.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.WindowSize;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableComparator;
import com.vaadin.flow.function.SerializableFunction;
import io.ansflow.base.ClusterId;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Translated;
import io.ansflow.base.ui.WindowFit;
import io.ansflow.cluster.Cluster;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The clusters as a table, or as cards where the window is narrow. Rows open to show details. */
class ClusterGrid extends Grid<Cluster> {
    private static final int ESSENTIALS_BELOW = 1300;

    private final transient List<Cluster> rows = new ArrayList<>();
    private final ListDataProvider<Cluster> provider = new ListDataProvider<>(rows) {
        @Override
        public Object getId(Cluster cluster) {
            return cluster.id();
        }
    };
    private final List<Column<Cluster>> essential = new ArrayList<>();
    private final List<Column<Cluster>> further = new ArrayList<>();
    private final Column<Cluster> card;

    /**
     * A table without rows.
     *
     * @param actions makes the buttons for a row
     * @param details makes what opens below a row
     */
    ClusterGrid(SerializableFunction<Cluster, RowActions> actions, SerializableFunction<Cluster, Component> details) {
        super(Cluster.class, false);
        addClassName("cluster-grid");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setAriaLabel(Translated.of("clusters.title"));
        setItemDetailsRenderer(new ComponentRenderer<>(details));
        setDetailsVisibleOnClick(false);
        addItemClickListener(click -> toggle(click.getItem()));
        essential.add(addColumn(new ComponentRenderer<>(this::expander, this::turned))
                .setKey("details")
                .setWidth("2.5rem")
                .setFlexGrow(0));
        essential.add(column("name", "10.5rem", 5, ClusterOrder.byName(getLocale())::compare, NameCell::new));
        essential.add(column("status", "12rem", 3, ClusterOrder::bySeverity, ClusterGrid::status));
        essential.add(column("environment", "7rem", 0, ClusterOrder::byEnvironment, ClusterGrid::environment));
        further.add(column("address", "8.25rem", 2, ClusterOrder::byAddress, AddressCell::new));
        further.add(column("version", "6.5rem", 0, ClusterOrder::byVersion, FactCell::version));
        essential.add(column("nodes", "5.25rem", 0, ClusterOrder::byNodes, FactCell::nodes));
        essential.add(column("pods", "7.75rem", 0, ClusterOrder::byPods, FactCell::pods));
        essential.add(column("check", "6.5rem", 0, ClusterOrder::byLastCheck, ClusterGrid::checkTimes));
        essential.add(addColumn(new ComponentRenderer<>(actions, ClusterGrid::shown))
                .setKey("actions")
                .setWidth("6.5rem")
                .setFlexGrow(0));
        card = addComponentColumn(cluster -> new CompactCell(cluster, actions.apply(cluster)))
                .setKey("card");
        fit(new WindowSize(0, 0));
        WindowFit.follow(this, this::fit);
        setDataProvider(provider);
    }

    /** Shows these clusters. Where the order stays, only the rows that changed are sent. */
    void show(Collection<Cluster> clusters, Set<ClusterId> changed) {
        List<Object> before = order();
        rows.clear();
        rows.addAll(clusters);
        if (order().equals(before)) {
            rows.stream().filter(row -> changed.contains(row.id())).forEach(provider::refreshItem);
        } else {
            provider.refreshAll();
        }
    }

    private List<Object> order() {
        var all = new Query<Cluster, com.vaadin.flow.function.SerializablePredicate<Cluster>>(
                0, Integer.MAX_VALUE, List.of(), getDataCommunicator().getInMemorySorting(), null);
        return provider.fetch(all).map(provider::getId).toList();
    }

    /** Shows what there is room for. A width of 0 is not known yet. */
    void fit(WindowSize window) {
        boolean cards = WindowFit.narrow(window);
        boolean roomy = window.width() == 0 || window.width() >= ESSENTIALS_BELOW;
        essential.forEach(column -> column.setVisible(!cards));
        further.forEach(column -> column.setVisible(!cards && roomy));
        card.setVisible(cards);
        setClassName("cards", cards);
    }

    private Column<Cluster> column(
            String key,
            String width,
            int grow,
            SerializableComparator<Cluster> order,
            SerializableFunction<Cluster, Component> cell) {
        return addComponentColumn(cell::apply)
                .setKey(key)
                .setHeader(Translated.of("cluster.column." + key))
                .setComparator(order)
                .setSortable(true)
                .setResizable(true)
                .setWidth(width)
                .setFlexGrow(grow);
    }

    private Button expander(Cluster cluster) {
        Button button = new Button(Icon.CHEVRON.create(), click -> toggle(cluster));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("expander");
        return turned(button, cluster);
    }

    private Button turned(Component expander, Cluster cluster) {
        Button button = (Button) expander;
        button.setAriaLabel(Translated.of("cluster.action.details", cluster.name()));
        button.getElement().setAttribute("aria-expanded", Boolean.toString(isDetailsVisible(cluster)));
        return button;
    }

    private static Component shown(Component actions, Cluster cluster) {
        ((RowActions) actions).show(cluster);
        return actions;
    }

    private void toggle(Cluster cluster) {
        setDetailsVisible(cluster, !isDetailsVisible(cluster));
        rows.stream().filter(row -> row.id().equals(cluster.id())).forEach(provider::refreshItem);
    }

    private static Component status(Cluster cluster) {
        return new StatusCell(cluster.status());
    }

    private static Component checkTimes(Cluster cluster) {
        return new CheckTimesCell(cluster.status());
    }

    private static Component environment(Cluster cluster) {
        Span type = new Span(Translated.of("cluster.type." + cluster.type()));
        type.addClassName("secondary");
        Div cell = new Div(ClusterBadges.environment(cluster.environment()), type);
        cell.addClassName("cell");
        return cell;
    }
}
