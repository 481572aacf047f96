package io.ansflow.namespace.ui;

import io.ansflow.base.ui.Translated;
import io.ansflow.inventory.Kind;
import io.ansflow.inventory.ui.ResourceGrid;
import io.ansflow.inventory.ui.ResourceWindow;
import java.util.Optional;

/** Namespaces as a table, or as cards where the window is narrow. */
class NamespaceGrid extends ResourceGrid {
    private final transient NamespaceCells cells;

    NamespaceGrid(ResourceWindow rows, NamespaceCells cells) {
        super(rows, cells, selected -> {});
        this.cells = cells;
        addClassName("namespace-grid");
        setAriaLabel(Translated.of("namespaces.title"));
    }

    @Override
    protected void addColumns(Optional<Kind> kind) {
        NamespaceNumbers.LISTED.forEach(listed -> {
            String heading = cells.kindName(listed);
            String width = heading.length() * 0.55 + 1.6 + "rem";
            addColumn(listed.value(), heading, row -> cells.count(row, listed), width, 0, false);
        });
        addColumn("quota", Translated.of("namespaces.column.quota"), cells::quota, "9rem", 1, false);
        getColumnByKey("name").setWidth("13rem");
        getColumnByKey("status").setWidth("8rem");
    }
}
