package io.ansflow.inventory;

import io.ansflow.inventory.RunningSync.Progress;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How far the sync of one cluster is; tells of it at most four times a second, and when a kind ends. */
final class SyncProgress {
    private static final long QUIET_NANOS = 250_000_000;
    private static final int ROWS_BETWEEN = 50;

    private final Instant startedAt;
    private final List<KindId> order;
    private final Consumer<RunningSync> told;
    private final Map<KindId, Progress> kinds = new ConcurrentHashMap<>();
    private long toldAt = System.nanoTime() - QUIET_NANOS;

    /** @param order of the kinds */
    SyncProgress(Instant startedAt, List<KindId> order, Consumer<RunningSync> told) {
        this.startedAt = startedAt;
        this.order = order;
        this.told = told;
    }

    void begun(KindId kind, SyncMode mode) {
        kinds.put(kind, new Progress(kind, mode, 0, null));
        tell();
    }

    /** So many rows were read so far. */
    void rows(KindId kind, long rows) {
        if (rows % ROWS_BETWEEN == 0) {
            kinds.computeIfPresent(kind, (id, before) -> new Progress(id, before.mode(), rows, null));
            tell();
        }
    }

    void ended(KindId kind, KindResult result) {
        kinds.put(kind, new Progress(kind, result.mode(), result.rows(), result));
        tell();
    }

    RunningSync now() {
        Map<KindId, Progress> begun = new LinkedHashMap<>();
        order.forEach(kind -> {
            @Nullable Progress progress = kinds.get(kind);
            if (progress != null) {
                begun.put(kind, progress);
            }
        });
        return new RunningSync(startedAt, List.copyOf(begun.values()));
    }

    private void tell() {
        synchronized (this) {
            long now = System.nanoTime();
            if (now - toldAt < QUIET_NANOS) {
                return;
            }
            toldAt = now;
        }
        told.accept(Objects.requireNonNull(now()));
    }
}
