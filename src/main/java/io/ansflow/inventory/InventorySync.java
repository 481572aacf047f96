package io.ansflow.inventory;

import io.ansflow.base.ClusterId;
import io.ansflow.security.RequiresOperator;
import io.ansflow.security.RequiresViewer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps the inventory up to date. */
public interface InventorySync {

    /**
     * Asks for a sync: it starts at once in this process and is persisted as a job, so that it is made even if this
     * process dies. Returns without waiting; {@link InventoryChanged} tells of its progress.
     */
    @RequiresOperator
    void request(ClusterId id);

    /**
     * Syncs now, in the calling thread; waits while another sync of the cluster is under way.
     *
     * @param full reads everything, also where reading what changed would do
     * @param progress told of how far it is, on any thread, a few times a second
     * @return what was done about every kind, in their order; of a cluster that cannot be reached, failures
     * @throws java.util.NoSuchElementException if the cluster is gone
     * @throws InterruptedException if interrupted; what was written stays
     */
    @RequiresOperator
    List<KindResult> run(ClusterId id, boolean full, Consumer<RunningSync> progress) throws InterruptedException;

    /** The sync of the cluster that waits or is under way in this process. */
    @RequiresViewer
    Optional<RunningSync> running(ClusterId id);

    /** How well each kind is known of the cluster, in the order of {@link Inventory#kinds()}; none before the first sync. */
    @RequiresViewer
    List<KindState> states(ClusterId id);

    /** The same of all clusters. */
    @RequiresViewer
    List<KindState> states();
}
