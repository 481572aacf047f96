package io.ansflow.inventory;

import io.ansflow.base.ClusterId;
import java.time.Instant;
import java.util.NoSuchElementException;
import org.jobrunr.jobs.annotations.Job;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The job that syncs one cluster. It succeeds whatever the state of the cluster; only what goes wrong on our side fails
 * it, and is tried again.
 *
 * @param clusterId which cluster
 * @param requestedAtMillis since the epoch; a sync that was begun since then does the work
 */
record SyncCluster(long clusterId, long requestedAtMillis) implements JobRequest {

    static SyncCluster of(ClusterId id, Instant requestedAt) {
        return new SyncCluster(id.value(), requestedAt.toEpochMilli());
    }

    @Override
    public Class<Handler> getJobRequestHandler() {
        return Handler.class;
    }

    /** As the job is called in the dashboard. */
    @Override
    public String toString() {
        return Long.toString(clusterId);
    }

    /** Does the job; public, because JobRunr calls it by reflection. */
    @Component
    public static class Handler implements JobRequestHandler<SyncCluster> {
        private static final Logger log = LoggerFactory.getLogger(SyncCluster.class);

        private final ClusterSyncs syncs;

        Handler(ClusterSyncs syncs) {
            this.syncs = syncs;
        }

        @Override
        @Job(name = "Sync cluster %0", retries = 5)
        public void run(SyncCluster request) throws InterruptedException {
            try {
                syncs.syncUnlessDoneSince(
                        Instant.ofEpochMilli(request.requestedAtMillis()),
                        new ClusterId(request.clusterId()),
                        false,
                        sync -> {});
            } catch (NoSuchElementException gone) {
                log.debug("Nothing to sync: {}", gone.getMessage());
            }
        }
    }
}
