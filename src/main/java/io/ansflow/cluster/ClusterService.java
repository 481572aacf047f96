package io.ansflow.cluster;

import io.ansflow.base.ClusterId;
import io.ansflow.cluster.ClusterAccesses.Prepared;
import io.ansflow.jobs.InstantJobs;
import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.ConnectionCheck;
import io.ansflow.kubernetes.Diagnosis;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The face of the feature; no transaction is held while a cluster is asked. */
@Service
class ClusterService implements Clusters {
    private final ClusterReader reader;
    private final ClusterAccesses accesses;
    private final ClusterRegistrar registrar;
    private final ConnectionCheck connectionCheck;
    private final ClusterChecks checks;
    private final RunningChecks running;
    private final InstantJobs jobs;
    private final Clock clock;

    ClusterService(
            ClusterReader reader,
            ClusterAccesses accesses,
            ClusterRegistrar registrar,
            ConnectionCheck connectionCheck,
            ClusterChecks checks,
            RunningChecks running,
            InstantJobs jobs,
            Clock clock) {
        this.reader = reader;
        this.accesses = accesses;
        this.registrar = registrar;
        this.connectionCheck = connectionCheck;
        this.checks = checks;
        this.running = running;
        this.jobs = jobs;
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
        return reader.find(name);
    }

    @Override
    public Diagnosis test(ClusterDraft draft, Optional<ClusterId> existing, CheckProgress progress) {
        return connectionCheck.check(accesses.prepare(draft, existing).access(), progress);
    }

    @Override
    public SaveResult register(ClusterDraft draft, boolean evenIfUnreachable, CheckProgress progress) {
        return save(Optional.empty(), draft, evenIfUnreachable, progress);
    }

    @Override
    public SaveResult change(Cluster seen, ClusterDraft draft, boolean evenIfUnreachable, CheckProgress progress) {
        registrar.refuseOutdated(seen);
        return save(Optional.of(seen), draft, evenIfUnreachable, progress);
    }

    @Override
    public void delete(ClusterId id, String typedName) {
        registrar.delete(id, typedName);
    }

    @Override
    public void requestCheck(ClusterId id) {
        running.waiting(id);
        try {
            jobs.start(CheckCluster.of(id, clock.instant()));
        } catch (RuntimeException e) {
            running.ended(id);
            throw e;
        }
    }

    @Override
    public Diagnosis check(ClusterId id, CheckProgress progress) throws InterruptedException {
        return checks.checkUnlessDoneSince(Instant.MAX, id, progress)
                .orElseThrow(() -> new NoSuchElementException("Cluster " + id + " is gone"));
    }

    private SaveResult save(
            Optional<Cluster> seen, ClusterDraft draft, boolean evenIfUnreachable, CheckProgress progress) {
        Optional<ClusterId> existing = seen.map(Cluster::id);
        DraftRules.check(draft);
        registrar.refuseTakenName(draft, existing);
        Prepared prepared = accesses.prepare(draft, existing);
        Diagnosis diagnosis = connectionCheck.check(prepared.access(), progress);
        boolean reached = switch (diagnosis) {
            case Diagnosis.Connected _, Diagnosis.Limited _ -> true;
            case Diagnosis.Failed _ -> false;
        };
        if (!reached && !evenIfUnreachable) {
            return new SaveResult.Unreachable(diagnosis);
        }
        return new SaveResult.Saved(registrar.save(seen, draft, prepared, diagnosis), diagnosis);
    }
}
