package io.ansflow.operation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.ListDataProvider;
import io.ansflow.base.ClusterId;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.ui.ClusterTag;
import io.ansflow.cluster.ui.FailureText;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.operation.OperationItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The objects of an operation with the result for each. */
class ItemGrid extends Grid<OperationItem> {
    private final transient List<OperationItem> rows = new ArrayList<>();
    private final transient Map<ClusterId, Cluster> clusters;
    private final ListDataProvider<OperationItem> provider = new ListDataProvider<>(rows) {
        @Override
        public Object getId(OperationItem item) {
            return item.place();
        }
    };

    /** @param clusters those that are registered */
    ItemGrid(Map<ClusterId, Cluster> clusters) {
        super(OperationItem.class, false);
        this.clusters = clusters;
        addClassName("item-grid");
        addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
        setSelectionMode(SelectionMode.NONE);
        setAllRowsVisible(false);
        setAriaLabel(Translated.of("operation.items"));
        addComponentColumn(this::object)
                .setKey("object")
                .setHeader(Translated.of("operation.column.object"))
                .setWidth("9rem")
                .setFlexGrow(1);
        addComponentColumn(ItemGrid::result)
                .setKey("result")
                .setHeader(Translated.of("operation.column.result"))
                .setWidth("9rem")
                .setFlexGrow(1);
        setDataProvider(provider);
    }

    /** Sends what changed. */
    void show(List<OperationItem> items) {
        List<OperationItem> before = List.copyOf(rows);
        rows.clear();
        rows.addAll(items);
        if (before.size() != items.size()) {
            provider.refreshAll();
        } else {
            items.stream()
                    .filter(item -> !item.equals(before.get(item.place())))
                    .forEach(provider::refreshItem);
        }
    }

    private Component object(OperationItem item) {
        @Nullable Cluster cluster = clusters.get(item.target().cluster());
        Span name = cluster == null ? new Span(item.clusterName()) : new ClusterTag(cluster);
        Span path = new Span(item.target().path());
        path.addClassName("mono");
        Div cell = new Div(name, path);
        cell.addClassName("cell");
        return cell;
    }

    private static Component result(OperationItem item) {
        Span what = new Span(Translated.of(item.what()));
        what.addClassName("secondary");
        Div first = new Div(OperationBadges.of(item.state()), what);
        first.addClassName("item-result");
        Div cell = new Div(first);
        cell.addClassName("cell");
        ClusterFailure failure = item.failure();
        if (failure != null) {
            Span remedy = new Span(FailureText.remedy(failure));
            remedy.addClassName("secondary");
            cell.add(new Span(FailureText.message(failure)), remedy);
        }
        return cell;
    }
}
