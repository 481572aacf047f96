package io.ansflow.audit;

import io.ansflow.base.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did.
 *
 * @param actor a user's name, or {@code cli:} and the name of a user of the operating system
 * @param action what was done; its text is {@code audit.action.<action>}
 * @param clusterId the cluster it was done to, which may be gone by now; or null
 * @param clusterName the name it had then
 * @param target what it was done to, such as {@code deployments/shop/web}
 * @param details what a later reader needs to know, such as {@code replicas 2 → 5}; never a secret
 * @param endedAt null while it is under way, or for ever if the process died meanwhile
 * @param why it failed, in one sentence; null otherwise
 */
public record AuditEntry(
        long id,
        Instant begunAt,
        @Nullable Instant endedAt,
        String actor,
        String action,
        @Nullable Long clusterId,
        @Nullable String clusterName,
        String target,
        String details,
        Outcome outcome,
        @Nullable Text why) {

    /** How it ended; texts under {@code audit.outcome.<NAME>}. */
    public enum Outcome {
        /** Begun, and not known to have ended: whether it happened must be looked up in the cluster. */
        STARTED,
        SUCCEEDED,
        FAILED
    }
}
