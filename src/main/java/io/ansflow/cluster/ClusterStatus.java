package io.ansflow.cluster;

import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.Diagnosis.Facts;
import io.ansflow.kubernetes.Reachability;
import io.ansflow.kubernetes.Stage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the checks found out about a cluster. Reachability and age are kept apart: the facts stay when the cluster goes,
 * and {@code factsAt} says how old they are.
 *
 * @param failures why the last check was not {@code CONNECTED}, the decisive one first; empty if it was
 * @param checkedAt when the last check ended, or null before the first
 * @param nextCheckAt when the next check is due, or null while none is planned
 * @param since since when the reachability is what it is, or null before the first check
 * @param consecutiveFailures checks in a row that ended neither connected nor limited
 * @param facts what was last read, or null if nothing ever was
 * @param factsAt when that was
 * @param running the check that is under way or waiting in this moment, or null
 */
public record ClusterStatus(
        Reachability reachability,
        List<ClusterFailure> failures,
        @Nullable Instant checkedAt,
        @Nullable Instant nextCheckAt,
        @Nullable Instant since,
        int consecutiveFailures,
        @Nullable Facts facts,
        @Nullable Instant factsAt,
        @Nullable RunningCheck running) {
    public ClusterStatus {
        failures = List.copyOf(failures);
    }

    /** Whether the facts are from the last check, and not from before it. */
    public boolean current() {
        return factsAt != null && factsAt.equals(checkedAt);
    }

    /**
     * A check on its way.
     *
     * @param stage the stage it has come to, or null while it waits for its turn
     */
    public record RunningCheck(@Nullable Stage stage) {}
}
