package io.ansflow.operation;

import io.ansflow.base.Text;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Work on many objects that goes on whoever looks on.
 *
 * @param kind the {@linkplain OperationKind#id() kind} of work
 * @param title what it is, in a few words
 * @param actor the user who asked for it, the last time that somebody did
 * @param requestedAt when it was first asked for
 * @param endedAt when the last of its objects was done with; null before
 * @param counts how many objects it is how far with
 */
public record Operation(
        OperationId id,
        String kind,
        Text title,
        String actor,
        Instant requestedAt,
        @Nullable Instant endedAt,
        Map<ItemState, Integer> counts) {
    public Operation {
        counts = Map.copyOf(counts);
    }

    public int count(ItemState state) {
        return counts.getOrDefault(state, 0);
    }

    /** How many objects it is about. */
    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    public boolean ended() {
        return endedAt != null;
    }
}
