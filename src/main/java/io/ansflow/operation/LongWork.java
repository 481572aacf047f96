package io.ansflow.operation;

import io.ansflow.base.Text;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.Clusters;
import io.ansflow.jobs.InstantJobs;
import io.ansflow.security.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Starts work on many objects as a job: it goes on when the person who asked for it leaves, and when this process dies.
 * Who may ask is for the feature's service to decide.
 */
@Component
public class LongWork {
    private static final Logger log = LoggerFactory.getLogger(LongWork.class);

    private final OperationTable table;
    private final Clusters clusters;
    private final InstantJobs jobs;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;

    LongWork(
            OperationTable table,
            Clusters clusters,
            InstantJobs jobs,
            CurrentUser user,
            ApplicationEventPublisher events) {
        this.table = table;
        this.clusters = clusters;
        this.jobs = jobs;
        this.user = user;
        this.events = events;
    }

    /**
     * Persists the work and starts it, in the caller's name, without waiting for its end.
     *
     * @param title what it is, in a few words
     * @param request what the kind needs to know, in a form of its own; never a secret
     * @param steps one for each object, at least one
     */
    public OperationId start(OperationKind kind, Text title, String request, List<OperationKind.Step> steps) {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("Nothing to do");
        }
        Map<Long, String> names = clusters.list().stream()
                .collect(Collectors.toMap(cluster -> cluster.id().value(), Cluster::name));
        Function<Target, String> clusterName = target ->
                names.getOrDefault(target.cluster().value(), target.cluster().toString());
        OperationId id = table.create(kind.id(), title, request, user.name(), steps, clusterName);
        begin(id);
        return id;
    }

    /** What cannot be begun now is begun later: it is persisted, and looked for. */
    void begin(OperationId id) {
        events.publishEvent(new OperationChanged(id));
        try {
            jobs.start(RunOperation.of(id));
        } catch (org.jobrunr.storage.StorageException e) {
            log.warn("Operation {} is begun later: {}", id, e.toString());
        }
    }
}
