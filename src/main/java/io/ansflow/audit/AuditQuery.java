package io.ansflow.audit;

import io.ansflow.audit.AuditEntry.Outcome;
import io.ansflow.base.ClusterId;
import java.util.Optional;
import java.util.Set;

/**
 * Which entries are wanted: those that fulfil every part.
 *
 * @param cluster only of this cluster; empty for all, and for what was done to none
 * @param outcomes any of them; empty for all
 * @param text has to occur, in any case, in who it was, in the target or in the cluster's name; empty for any
 */
public record AuditQuery(Optional<ClusterId> cluster, Set<Outcome> outcomes, String text) {
    public static final AuditQuery ALL = new AuditQuery(Optional.empty(), Set.of(), "");

    public AuditQuery {
        outcomes = Set.copyOf(outcomes);
        text = text.strip();
    }

    public static AuditQuery of(ClusterId cluster) {
        return new AuditQuery(Optional.of(cluster), Set.of(), "");
    }
}
