package io.ansflow.inventory;

import io.ansflow.base.ClusterId;
import io.ansflow.jobs.InstantJobs;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** The face of the sync engine. */
@Service
class InventorySyncService implements InventorySync {
    private final ClusterSyncs syncs;
    private final RunningSyncs running;
    private final SyncStates states;
    private final ResourceKinds kinds;
    private final InstantJobs jobs;
    private final Clock clock;

    InventorySyncService(
            ClusterSyncs syncs,
            RunningSyncs running,
            SyncStates states,
            ResourceKinds kinds,
            InstantJobs jobs,
            Clock clock) {
        this.syncs = syncs;
        this.running = running;
        this.states = states;
        this.kinds = kinds;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public void request(ClusterId id) {
        running.waiting(id);
        jobs.start(SyncCluster.of(id, clock.instant()));
    }

    @Override
    public List<KindResult> run(ClusterId id, boolean full, Consumer<RunningSync> progress)
            throws InterruptedException {
        return syncs.syncUnlessDoneSince(Instant.MAX, id, full, progress).orElseThrow();
    }

    @Override
    public Optional<RunningSync> running(ClusterId id) {
        return running.of(id);
    }

    @Override
    public List<KindState> states(ClusterId id) {
        return inOrder(states.of(List.of(id)));
    }

    @Override
    public List<KindState> states() {
        return inOrder(states.all());
    }

    private List<KindState> inOrder(List<KindState> unordered) {
        return unordered.stream()
                .sorted(Comparator.comparingLong(
                                (KindState state) -> state.cluster().value())
                        .thenComparingInt(state -> kinds.place(state.kind())))
                .toList();
    }
}
