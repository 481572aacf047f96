package io.ansflow.cli;

import io.ansflow.cluster.Cluster;
import io.ansflow.inventory.KindResult;
import io.ansflow.inventory.SyncMode;
import io.ansflow.inventory.SyncStatus;
import io.ansflow.kubernetes.FailureCode;
import org.jspecify.annotations.Nullable;

/**
 * What {@code sync} did about one kind of one cluster; the components are its JSON, and scripts depend on them.
 *
 * @param simulated whether the cluster exists in memory only
 * @param rows stored when it ended
 * @param bytes of response bodies, as they came over the wire
 * @param code what failed; null where nothing did
 * @param message the same in a sentence, in the language of the terminal
 */
record SyncReport(
        String cluster,
        boolean simulated,
        String kind,
        SyncStatus status,
        SyncMode mode,
        long rows,
        long inserted,
        long updated,
        long deleted,
        long bytes,
        long millis,
        @Nullable FailureCode code,
        @Nullable String message) {

    static SyncReport of(Cluster cluster, KindResult result, Terminal terminal) {
        var failure = result.failure();
        return new SyncReport(
                cluster.name(),
                cluster.simulated(),
                result.kind().value(),
                result.status(),
                result.mode(),
                result.rows(),
                result.inserted(),
                result.updated(),
                result.deleted(),
                result.bytes(),
                result.took().toMillis(),
                failure == null ? null : failure.code(),
                failure == null ? null : terminal.text(failure.message()));
    }

    /** A kind that the cluster does not serve is no failure; one that may not be read is, as data are missing. */
    boolean ok() {
        return status == SyncStatus.OK || status == SyncStatus.ABSENT;
    }
}
