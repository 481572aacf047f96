package io.ansflow.cluster;

import io.ansflow.base.ClusterId;
import io.ansflow.base.Text;
import io.ansflow.cluster.ClusterAccesses.Prepared;
import io.ansflow.jobs.InstantJobs;
import io.ansflow.jobs.Leases;
import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.ConnectionCheck;
import io.ansflow.kubernetes.Diagnosis;
import io.ansflow.kubernetes.Reachability;
import io.ansflow.security.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Registers, changes and deletes clusters. No transaction is held while a cluster is asked. */
@Service
class ClusterService implements Clusters {
    private final ClusterRepository clusters;
    private final StatusRepository statuses;
    private final CredentialStore credentials;
    private final ClusterAccesses accesses;
    private final ClusterReader reader;
    private final ConnectionCheck connectionCheck;
    private final ClusterChecks checks;
    private final StatusRecorder recorder;
    private final RunningChecks running;
    private final InstantJobs jobs;
    private final Leases leases;
    private final CurrentUser user;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClusterService(
            ClusterRepository clusters,
            StatusRepository statuses,
            CredentialStore credentials,
            ClusterAccesses accesses,
            ClusterReader reader,
            ConnectionCheck connectionCheck,
            ClusterChecks checks,
            StatusRecorder recorder,
            RunningChecks running,
            InstantJobs jobs,
            Leases leases,
            CurrentUser user,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.clusters = clusters;
        this.statuses = statuses;
        this.credentials = credentials;
        this.accesses = accesses;
        this.reader = reader;
        this.connectionCheck = connectionCheck;
        this.checks = checks;
        this.recorder = recorder;
        this.running = running;
        this.jobs = jobs;
        this.leases = leases;
        this.user = user;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<Cluster> list() {
        return reader.list();
    }

    @Override
    public Optional<Cluster> find(ClusterId id) {
        return reader.find(id);
    }

    @Override
    public Optional<Cluster> find(String name) {
        return clusters.findByNameKey(ClusterEntity.key(name.strip()))
                .flatMap(found -> reader.find(new ClusterId(found.id)));
    }

    @Override
    public Diagnosis test(ClusterDraft draft, Optional<ClusterId> existing, CheckProgress progress) {
        return connectionCheck.check(accesses.prepare(draft, existing).access(), progress);
    }

    @Override
    public SaveResult register(ClusterDraft draft, boolean evenIfUnreachable, CheckProgress progress) {
        return save(draft, Optional.empty(), evenIfUnreachable, progress);
    }

    @Override
    public SaveResult change(ClusterId id, ClusterDraft draft, boolean evenIfUnreachable, CheckProgress progress) {
        return save(draft, Optional.of(id), evenIfUnreachable, progress);
    }

    @Override
    public void delete(ClusterId id, String typedName) {
        transaction.executeWithoutResult(status -> {
            ClusterEntity cluster = clusters.findById(id.value()).orElseThrow();
            if (!cluster.name.equals(typedName)) {
                throw new InvalidCluster("name", Text.of("cluster.invalid.typedName"));
            }
            clusters.delete(cluster);
            leases.forget(ClusterChecks.leaseName(id));
        });
        events.publishEvent(new ClusterChanged(id));
    }

    @Override
    public void requestCheck(ClusterId id) {
        running.waiting(id);
        jobs.start(CheckCluster.of(id, clock.instant()));
    }

    @Override
    public Diagnosis check(ClusterId id, CheckProgress progress) throws InterruptedException {
        return checks.checkUnlessDoneSince(Instant.MAX, id, progress)
                .orElseThrow(() -> new NoSuchElementException("Cluster " + id + " is gone"));
    }

    private SaveResult save(
            ClusterDraft draft, Optional<ClusterId> existing, boolean evenIfUnreachable, CheckProgress progress) {
        DraftRules.check(draft);
        refuseTakenName(draft, existing);
        Prepared prepared = accesses.prepare(draft, existing);
        Diagnosis diagnosis = connectionCheck.check(prepared.access(), progress);
        boolean reached =
                diagnosis.reachability() == Reachability.CONNECTED || diagnosis.reachability() == Reachability.LIMITED;
        if (!reached && !evenIfUnreachable) {
            return new SaveResult.Unreachable(diagnosis);
        }
        ClusterId id = uniquely(draft, () -> store(draft, existing, prepared, diagnosis));
        events.publishEvent(new ClusterChanged(id));
        return new SaveResult.Saved(id, diagnosis);
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

    private void refuseTakenName(ClusterDraft draft, Optional<ClusterId> existing) {
        clusters.findByNameKey(ClusterEntity.key(draft.name()))
                .filter(other -> existing.map(id -> id.value() != other.id).orElse(true))
                .ifPresent(other -> {
                    throw nameTaken(draft);
                });
    }

    /** Two people may choose the same name in the same moment; the database decides. */
    private ClusterId uniquely(ClusterDraft draft, Supplier<ClusterId> work) {
        try {
            ClusterId id = transaction.execute(status -> work.get());
            return java.util.Objects.requireNonNull(id);
        } catch (DataIntegrityViolationException e) {
            throw nameTaken(draft);
        }
    }

    private static InvalidCluster nameTaken(ClusterDraft draft) {
        return new InvalidCluster("name", Text.of("cluster.invalid.name.taken", draft.name()));
    }
}
