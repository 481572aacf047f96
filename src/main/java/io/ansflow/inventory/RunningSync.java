package io.ansflow.inventory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sync that waits for its turn or is under way in this process.
 *
 * @param startedAt null while it waits
 * @param kinds those that have been begun, in the order of {@link Inventory#kinds()}
 */
public record RunningSync(@Nullable Instant startedAt, List<Progress> kinds) {
    public RunningSync {
        kinds = List.copyOf(kinds);
    }

    /**
     * How far a sync is with one kind.
     *
     * @param rows read so far; of a catch-up, changes
     * @param result null until it ends
     */
    public record Progress(
            KindId kind, SyncMode mode, long rows, @Nullable KindResult result) {}
}
