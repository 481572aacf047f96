package io.ansflow.inventory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.ListMessage;
import io.ansflow.base.ui.Notifications;
import io.ansflow.base.ui.Translated;
import io.ansflow.inventory.Inventory;
import io.ansflow.inventory.ResourceOrder;
import io.ansflow.inventory.ResourceQuery;
import java.util.Optional;
import java.util.function.Supplier;

/** Moves through a list that is too long to scroll through: its rows, the grid that shows some, and the foot that jumps. */
public class ListScroll {
    private final ResourceWindow rows;
    private final ResourceGrid grid;
    private final Supplier<Component> nothing;
    private final ListFoot foot = new ListFoot(this::toStart, this::toEarlier, this::toEnd);

    /** @param nothing what stands in the grid's place where there are no rows */
    public ListScroll(ResourceWindow rows, ResourceGrid grid, Supplier<Component> nothing) {
        this.rows = rows;
        this.grid = grid;
        this.nothing = nothing;
    }

    public ListFoot foot() {
        return foot;
    }

    /** Shows other rows, from the first one on. */
    public void show(ResourceQuery query, ResourceOrder order) {
        explain();
        rows.show(query, order);
        atStart();
    }

    /** Reads the rows again that are shown. */
    public void refresh() {
        explain();
        rows.refreshAll();
    }

    /** Says that the rows could not be read, and offers to try again. */
    public void failed() {
        Button retry = new Button(Translated.of("resources.retry"), click -> {
            explain();
            rows.toStart();
        });
        grid.setEmptyStateComponent(new ListMessage(Icon.WARNING, "resources.error", retry));
        Notifications.error(Translated.of("resources.error.text"));
    }

    /** Says, where there are no rows, why. */
    private void explain() {
        grid.setEmptyStateComponent(nothing.get());
    }

    private void toStart() {
        rows.toStart();
        atStart();
    }

    private void toEarlier() {
        Optional<Integer> before = rows.earlier();
        foot.moved(rows.moved());
        grid.scrollTo(before.orElse(0));
    }

    private void toEnd() {
        Optional<Integer> last = rows.toEnd();
        foot.moved(rows.moved());
        grid.scrollTo(last.orElse(Inventory.MAX_SLICE) - 1);
    }

    private void atStart() {
        foot.moved(rows.moved());
        grid.scrollToStart();
    }
}
