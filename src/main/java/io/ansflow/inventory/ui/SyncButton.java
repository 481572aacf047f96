package io.ansflow.inventory.ui;

import com.vaadin.flow.component.button.Button;
import io.ansflow.base.ClusterId;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Translated;
import io.ansflow.inventory.InventorySync;
import java.util.Collection;
import java.util.function.Supplier;

/** Asks for a sync of some clusters. */
public class SyncButton extends Button {
    private final transient InventorySync sync;
    private final transient Supplier<Collection<ClusterId>> clusters;

    /** @param clusters to sync, in the moment of asking */
    public SyncButton(InventorySync sync, Supplier<Collection<ClusterId>> clusters) {
        super(Translated.of("sync.now"), Icon.REFRESH.create());
        this.sync = sync;
        this.clusters = clusters;
        addClassName("sync-now");
        addClickListener(click -> request());
    }

    /** While all of them are being synced there is nothing to ask for. */
    public void refresh() {
        setEnabled(clusters.get().stream().anyMatch(this::isIdle));
    }

    private void request() {
        clusters.get().stream().filter(this::isIdle).forEach(sync::request);
    }

    private boolean isIdle(ClusterId id) {
        return sync.running(id).isEmpty();
    }
}
