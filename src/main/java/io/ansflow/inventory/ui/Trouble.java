package io.ansflow.inventory.ui;

import io.ansflow.base.ClusterId;
import io.ansflow.inventory.KindId;
import io.ansflow.inventory.KindState;
import io.ansflow.inventory.SyncStatus;
import io.ansflow.kubernetes.ClusterFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why some kinds of a cluster are not known as they should be: what goes for several kinds alike is told once.
 *
 * @param status of the last try; OK if it was made too long ago
 * @param failure why it was not OK, or null
 * @param kinds for which it is so
 * @param rows stored of them
 * @param asOf when they were last all known, by the oldest; null if some never were
 * @param removedAt when the first of the stored rows will be removed, or null if they stay
 */
record Trouble(
        ClusterId cluster,
        SyncStatus status,
        @Nullable ClusterFailure failure,
        List<KindId> kinds,
        long rows,
        @Nullable Instant asOf,
        @Nullable Instant removedAt) {

    /** What is wrong with these, cluster by cluster. */
    static List<Trouble> of(Collection<KindState> states) {
        record Cause(
                ClusterId cluster,
                SyncStatus status,
                @Nullable ClusterFailure failure) {}
        Map<Cause, List<KindState>> byCause = new LinkedHashMap<>();
        states.stream()
                .filter(Trouble::isTrouble)
                .forEach(state -> byCause.computeIfAbsent(
                                new Cause(state.cluster(), state.status(), state.failure()), cause -> new ArrayList<>())
                        .add(state));
        return byCause.values().stream().map(Trouble::of).toList();
    }

    /** A kind that a cluster does not serve, and of which nothing is stored, is nothing to worry about. */
    private static boolean isTrouble(KindState state) {
        return switch (state.status()) {
            case OK -> state.stale();
            case ABSENT -> state.rows() > 0;
            case FORBIDDEN, FAILED -> true;
        };
    }

    private static Trouble of(List<KindState> alike) {
        KindState first = alike.getFirst();
        @Nullable Instant asOf = first.asOf();
        @Nullable Instant removedAt = null;
        for (KindState state : alike) {
            @Nullable Instant known = state.asOf();
            @Nullable Instant removed = state.rows() > 0 ? state.removedAt() : null;
            asOf = asOf == null || known == null ? null : known.isBefore(asOf) ? known : asOf;
            removedAt = removedAt == null || (removed != null && removed.isBefore(removedAt)) ? removed : removedAt;
        }
        return new Trouble(
                first.cluster(),
                first.status(),
                first.failure(),
                alike.stream().map(KindState::kind).toList(),
                alike.stream().mapToLong(KindState::rows).sum(),
                asOf,
                removedAt);
    }
}
