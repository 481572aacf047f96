package io.ansflow.inventory.ui;

import com.vaadin.flow.component.Component;
import io.ansflow.base.ui.BackgroundTask;
import io.ansflow.inventory.Inventory;
import io.ansflow.inventory.ResourceQuery;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the rows of a list in the background: they need not wait for it. One count at a time. */
public class BackgroundCount {
    private static final Logger log = LoggerFactory.getLogger(BackgroundCount.class);

    private final Component view;
    private final Inventory inventory;
    private final Supplier<ResourceQuery> wanted;
    private final ListFoot foot;
    private final ResourceFilterBar filters;
    private @Nullable BackgroundTask counting;
    private boolean again;

    /** @param wanted which rows the list shows at present */
    public BackgroundCount(
            Component view,
            Inventory inventory,
            Supplier<ResourceQuery> wanted,
            ListFoot foot,
            ResourceFilterBar filters) {
        this.view = view;
        this.inventory = inventory;
        this.wanted = wanted;
        this.foot = foot;
        this.filters = filters;
    }

    /** Counts, once more if a count is under way. */
    public void count() {
        if (counting != null) {
            again = true;
            return;
        }
        again = false;
        ResourceQuery query = wanted.get();
        counting = BackgroundTask.start(
                view, () -> ResourceCounts.of(inventory, query), counts -> counted(query, counts), this::failed);
    }

    private void counted(ResourceQuery query, ResourceCounts counts) {
        counting = null;
        boolean current = query.equals(wanted.get());
        if (current) {
            foot.show(counts.all());
            filters.count(counts.byHealth());
        }
        if (again || !current) {
            count();
        }
    }

    private void failed(Exception problem) {
        log.warn("Resources cannot be counted", problem);
        counting = null;
        foot.unknown();
    }
}
