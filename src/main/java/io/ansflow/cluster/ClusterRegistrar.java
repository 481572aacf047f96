package io.ansflow.cluster;

import io.ansflow.audit.AuditLog;
import io.ansflow.audit.AuditLog.Action;
import io.ansflow.audit.AuditLog.Subject;
import io.ansflow.base.ClusterId;
import io.ansflow.base.Durable;
import io.ansflow.base.Text;
import io.ansflow.cluster.ClusterAccesses.Prepared;
import io.ansflow.jobs.Leases;
import io.ansflow.kubernetes.Diagnosis;
import io.ansflow.security.CurrentUser;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.hibernate.exception.SnapshotIsolationException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes registrations, changes and deletions: in one transaction each, and into the audit log. What somebody is told was saved
 * outlives this process, even if it is killed at once.
 */
@Component
class ClusterRegistrar {
    /** Each time somebody else has saved; so many people do not save in one moment. */
    private static final int ATTEMPTS = 5;

    private final ClusterRepository clusters;
    private final StatusRepository statuses;
    private final CredentialStore credentials;
    private final StatusRecorder recorder;
    private final Leases leases;
    private final AuditLog audit;
    private final Durable durable;
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
            Durable durable,
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
        this.durable = durable;
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

    /**
     * Spares a person the test of what could not be saved anyway; what counts is looked at again when it is.
     *
     * @throws ChangedMeanwhile if the cluster is no longer as it was seen
     */
    void refuseOutdated(Cluster seen) {
        if (clusters.findById(seen.id().value()).orElseThrow().revision != seen.revision()) {
            throw new ChangedMeanwhile(seen.id());
        }
    }

    /**
     * Stores a tested draft, as a new cluster or in place of an existing one.
     *
     * @param seen the existing one, as the draft was made from it
     * @throws ChangedMeanwhile if it is no longer so
     * @throws TooManySaves if others came first each time
     */
    ClusterId save(Optional<Cluster> seen, ClusterDraft draft, Prepared prepared, Diagnosis diagnosis) {
        Optional<ClusterId> existing = seen.map(Cluster::id);
        String action = existing.isPresent() ? "cluster.change" : "cluster.register";
        Subject subject = new Subject(existing.orElse(null), draft.name());
        String server = prepared.access().server().toString();
        ClusterId id = audit.recording(
                new Action(action, subject, draft.name(), server),
                () -> inTransaction(draft, existing, () -> store(seen, draft, prepared, diagnosis)));
        durable.flush();
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
        durable.flush();
        events.publishEvent(new ClusterChanged(id));
    }

    private ClusterId store(Optional<Cluster> seen, ClusterDraft draft, Prepared prepared, Diagnosis diagnosis) {
        ClusterEntity cluster = seen.map(this::take).orElseGet(() -> new ClusterEntity(user.name(), clock.instant()));
        if (draft.defaultCluster()) {
            clusters.clearDefaultExcept(seen.map(known -> known.id().value()).orElse(0L));
        }
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

    /** Counts also for an edit of the credential alone, of which the cluster's own row shows nothing. */
    private ClusterEntity take(Cluster seen) {
        int taken = clusters.take(seen.id().value(), seen.revision());
        ClusterEntity cluster = clusters.findById(seen.id().value()).orElseThrow();
        if (taken == 0) {
            throw new ChangedMeanwhile(seen.id());
        }
        return cluster;
    }

    /**
     * Two people may choose the same name, or make two clusters the default, in the same moment; the database decides who was
     * first. The other's name is taken then. Their default comes after the first one's: saved anew, it replaces that.
     */
    private ClusterId inTransaction(ClusterDraft draft, Optional<ClusterId> existing, Supplier<ClusterId> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> work.get()));
            } catch (DataAccessException e) {
                if (!othersCameFirst(e)) {
                    throw e;
                }
                refuseTakenName(draft, existing);
                if (attempt == ATTEMPTS) {
                    throw new TooManySaves(e);
                }
            }
        }
    }

    private static boolean othersCameFirst(DataAccessException problem) {
        return problem instanceof ConcurrencyFailureException
                || switch (problem.getCause()) {
                    case ConstraintViolationException violation -> violation.getKind() == ConstraintKind.UNIQUE;
                    // What MariaDB says from 11.6 on.
                    case SnapshotIsolationException outdated -> true;
                    case null, default -> false;
                };
    }
}
