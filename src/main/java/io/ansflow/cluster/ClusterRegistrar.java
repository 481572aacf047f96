package io.ansflow.cluster;

import io.ansflow.audit.AuditLog;
import io.ansflow.audit.AuditLog.Action;
import io.ansflow.audit.AuditLog.Subject;
import io.ansflow.base.ClusterId;
import io.ansflow.base.Text;
import io.ansflow.cluster.ClusterAccesses.Prepared;
import io.ansflow.jobs.Leases;
import io.ansflow.kubernetes.Diagnosis;
import io.ansflow.security.CurrentUser;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes registrations, changes and deletions: in one transaction each, and into the audit log. */
@Component
class ClusterRegistrar {
    private final ClusterRepository clusters;
    private final StatusRepository statuses;
    private final CredentialStore credentials;
    private final StatusRecorder recorder;
    private final Leases leases;
    private final AuditLog audit;
    private final CurrentUser user;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClusterRegistrar(
            ClusterRepository clusters,
            StatusRepository statuses,
            CredentialStore credentials,
            StatusRecorder recorder,
            Leases leases,
            AuditLog audit,
            CurrentUser user,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.clusters = clusters;
        this.statuses = statuses;
        this.credentials = credentials;
        this.recorder = recorder;
        this.leases = leases;
        this.audit = audit;
        this.user = user;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** @throws InvalidCluster if the name is taken by another cluster */
    void refuseTakenName(ClusterDraft draft, Optional<ClusterId> existing) {
        clusters.findByNameKey(ClusterEntity.key(draft.name()))
                .filter(other -> existing.map(id -> id.value() != other.id).orElse(true))
                .ifPresent(other -> {
                    throw new InvalidCluster("name", Text.of("cluster.invalid.name.taken", draft.name()));
                });
    }

    /** Stores a tested draft, as a new cluster or in place of an existing one. */
    ClusterId save(ClusterDraft draft, Optional<ClusterId> existing, Prepared prepared, Diagnosis diagnosis) {
        String action = existing.isPresent() ? "cluster.change" : "cluster.register";
        Subject subject = new Subject(existing.orElse(null), draft.name());
        String server = prepared.access().server().toString();
        ClusterId id = audit.recording(
                new Action(action, subject, draft.name(), server),
                () -> uniquely(draft, existing, () -> store(draft, existing, prepared, diagnosis)));
        events.publishEvent(new ClusterChanged(id));
        return id;
    }

    /** @throws InvalidCluster if the typed name is not the cluster's */
    void delete(ClusterId id, String typedName) {
        ClusterEntity cluster = clusters.findById(id.value()).orElseThrow();
        if (!cluster.name.equals(typedName)) {
            throw new InvalidCluster("name", Text.of("cluster.invalid.typedName"));
        }
        Action action = new Action("cluster.delete", new Subject(id, cluster.name), cluster.name, cluster.server);
        audit.recording(
                action,
                () -> transaction.execute(status -> {
                    clusters.deleteById(id.value());
                    leases.forget(ClusterChecks.leaseName(id));
                    return id;
                }));
        events.publishEvent(new ClusterChanged(id));
    }

    private ClusterId store(ClusterDraft draft, Optional<ClusterId> existing, Prepared prepared, Diagnosis diagnosis) {
        if (draft.defaultCluster()) {
            clusters.clearDefault();
        }
        ClusterEntity cluster = existing.map(id -> clusters.findById(id.value()).orElseThrow())
                .orElseGet(() -> new ClusterEntity(user.name(), clock.instant()));
        cluster.describe(draft);
        cluster.server = prepared.access().server().toString();
        cluster.credentialExpiresAt = prepared.access().client().expiresAt();
        ClusterId id = new ClusterId(clusters.saveAndFlush(cluster).id);
        credentials.put(id, prepared.toStore());
        // A check that is still under way looks at what the cluster was; it must not overwrite this.
        leases.forget(ClusterChecks.leaseName(id));
        StatusEntity status = statuses.findById(id.value()).orElseGet(() -> new StatusEntity(id.value()));
        recorder.record(status, diagnosis);
        statuses.save(status);
        return id;
    }

    /** Two people may choose the same name in the same moment; the database decides. */
    private ClusterId uniquely(ClusterDraft draft, Optional<ClusterId> existing, Supplier<ClusterId> work) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> work.get()));
        } catch (DataIntegrityViolationException e) {
            refuseTakenName(draft, existing);
            throw e;
        }
    }
}
