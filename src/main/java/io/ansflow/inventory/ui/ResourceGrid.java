package io.ansflow.inventory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridMultiSelectionModel.SelectAllCheckboxVisibility;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.grid.dataview.GridLazyDataView;
import com.vaadin.flow.component.page.WindowSize;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import io.ansflow.base.ui.Translated;
import io.ansflow.base.ui.WindowFit;
import io.ansflow.inventory.Kind;
import io.ansflow.inventory.Resource;
import io.ansflow.inventory.ResourceKey;
import io.ansflow.inventory.ResourceOrder;
import io.ansflow.inventory.ResourceOrder.By;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Resources as a table with the columns of their kind, or as cards where the window is narrow. */
public class ResourceGrid extends Grid<Resource> {
    private static final int WIDE_FROM = 1700;
    private static final int MORE_THAN_FITS = 200;

    private final transient ResourceCells cells;
    private final SerializableConsumer<Integer> selected;
    private final transient Map<By, Column<Resource>> ordered = new EnumMap<>(By.class);
    private final GridLazyDataView<Resource> lazy;
    private final List<Column<Resource>> essential = new ArrayList<>();
    private final List<Column<Resource>> further = new ArrayList<>();
    private @Nullable Column<Resource> card;
    private WindowSize window = new WindowSize(0, 0);
    private transient @Nullable ResourceKey open;

    /** @param selected told how many rows are selected */
    public ResourceGrid(ResourceWindow rows, ResourceCells cells, SerializableConsumer<Integer> selected) {
        this.cells = cells;
        this.selected = selected;
        addClassNames("list-grid", "resource-grid");
        addThemeVariants(GridVariant.NO_BORDER);
        setAriaLabel(Translated.of("resources.title"));
        setPageSize(ResourceWindow.PAGE);
        setSelectionMode(SelectionMode.NONE);
        setPartNameGenerator(this::part);
        lazy = setItems(rows);
        lazy.setItemCountUnknown();
        WindowFit.follow(this, this::fit);
    }

    /** Scrolls to a row, of which it is known that it is there. */
    public void scrollTo(int row) {
        lazy.setItemCountEstimate(Math.max(row + 1, MORE_THAN_FITS));
        scrollToIndex(row);
    }

    /**
     * Shows the columns for resources of one kind, or of several.
     *
     * @param kind empty for several
     * @param selectable whether rows can be selected
     */
    public void show(Optional<Kind> kind, boolean selectable) {
        selectable(selectable);
        removeAllColumns();
        ordered.clear();
        essential.clear();
        further.clear();
        if (kind.isEmpty()) {
            essential.add(text("kind", resource -> cells.kindName(resource.key().kind()), "9rem", 0));
        }
        essential.add(component("name", By.NAME, cells::name, "17rem", 3));
        essential.add(component("status", By.HEALTH, cells::status, "11.5rem", 1));
        if (kind.map(Kind::namespaced).orElse(true)) {
            essential.add(orderedBy(By.NAMESPACE, text("namespace", Resource::namespace, "9rem", 1)));
        }
        essential.add(component("cluster", By.CLUSTER, cells::cluster, "12rem", 1));
        addColumns(kind);
        essential.add(component("age", By.CREATED, cells::age, "7.5rem", 0));
        card = addComponentColumn(cells::card).setKey("card");
        fit(window);
    }

    /** Adds the columns that only this list has, between what all lists have. */
    protected void addColumns(Optional<Kind> kind) {
        kind.map(Kind::columns).orElse(List.of()).forEach(this::addColumnOfKind);
    }

    /**
     * Adds one column.
     *
     * @param header already translated
     * @param wide whether it is shown only where there is a lot of room
     */
    protected void addColumn(
            String key,
            String header,
            SerializableFunction<Resource, Component> cell,
            String width,
            int grow,
            boolean wide) {
        Column<Resource> column = plain(addComponentColumn(cell::apply), "cell-" + key, width, grow);
        column.setHeader(header);
        (wide ? further : essential).add(column);
    }

    private void selectable(boolean wanted) {
        if (wanted != getSelectionModel() instanceof GridMultiSelectionModel) {
            setSelectionMode(wanted ? SelectionMode.MULTI : SelectionMode.NONE);
            if (getSelectionModel() instanceof GridMultiSelectionModel<Resource> model) {
                // It would read all rows there are.
                model.setSelectAllCheckboxVisibility(SelectAllCheckboxVisibility.HIDDEN);
                model.addMultiSelectionListener(
                        change -> selected.accept(change.getValue().size()));
            }
        }
    }

    /** Shows by which column rows are ordered, as those that order them know it. */
    public void showOrder(ResourceOrder order) {
        Column<Resource> column = ordered.get(order.by());
        List<GridSortOrder<Resource>> wanted =
                column == null ? List.of() : List.of(new GridSortOrder<>(column, direction(order)));
        if (!wanted.equals(getSortOrder())) {
            sort(wanted);
        }
    }

    /** The order that a person chose by the columns' headers; the usual one if they chose none. */
    public ResourceOrder order() {
        return getSortOrder().stream()
                .flatMap(chosen -> ordered.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(chosen.getSorted()))
                        .map(entry -> new ResourceOrder(
                                entry.getKey(),
                                (chosen.getDirection() == SortDirection.DESCENDING) != isReversed(entry.getKey()))))
                .findFirst()
                .orElse(ResourceOrder.DEFAULT);
    }

    /** Marks the row whose panel is open. */
    void markOpen(@Nullable ResourceKey key) {
        if (key == null ? open != null : !key.equals(open)) {
            open = key;
            getDataCommunicator().reset();
        }
    }

    /** Shows what there is room for. A width of 0 is not known yet. */
    public void fit(WindowSize size) {
        window = size;
        boolean cards = WindowFit.narrow(size);
        boolean wide = size.width() >= WIDE_FROM;
        essential.forEach(column -> column.setVisible(!cards));
        further.forEach(column -> column.setVisible(wide));
        if (card != null) {
            card.setVisible(cards);
        }
        setClassName("cards", cards);
    }

    private void addColumnOfKind(io.ansflow.inventory.Column column) {
        String key = "cell-" + column.id();
        Column<Resource> added = switch (column.type()) {
            case TEXT -> text(key, resource -> ResourceCells.text(resource, column), "8rem", 1);
            case NUMBER -> text(key, resource -> ResourceCells.text(resource, column), "6rem", 0);
            case TIME -> plain(addComponentColumn(resource -> ResourceCells.time(resource, column)), key, "7.5rem", 0);
        };
        added.setHeader(column.heading());
        (column.wide() ? further : essential).add(added);
    }

    private Column<Resource> text(String key, SerializableFunction<Resource, String> value, String width, int grow) {
        Column<Resource> column = plain(addColumn(value::apply), key, width, grow);
        column.setTooltipGenerator(value::apply);
        return column;
    }

    private Column<Resource> component(
            String key, By by, SerializableFunction<Resource, Component> cell, String width, int grow) {
        return orderedBy(by, plain(addComponentColumn(cell::apply), key, width, grow));
    }

    private Column<Resource> plain(Column<Resource> column, String key, String width, int grow) {
        column.setKey(key).setResizable(true).setWidth(width).setFlexGrow(grow);
        if (!key.startsWith("cell-")) {
            column.setHeader(Translated.of("resources.column." + key));
        }
        return column;
    }

    private Column<Resource> orderedBy(By by, Column<Resource> column) {
        column.setSortProperty(column.getKey()).setSortable(true);
        ordered.put(by, column);
        return column;
    }

    private static SortDirection direction(ResourceOrder order) {
        return order.descending() != isReversed(order.by()) ? SortDirection.DESCENDING : SortDirection.ASCENDING;
    }

    /** Where ages ascend, times of creation descend. */
    private static boolean isReversed(By by) {
        return by == By.CREATED;
    }

    private @Nullable String part(Resource resource) {
        String parts = Stream.of(
                        resource.key().equals(open) ? "open" : "",
                        resource.freshness().stale() ? "stale" : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return parts.isEmpty() ? null : parts;
    }
}
