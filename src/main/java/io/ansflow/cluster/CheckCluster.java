package io.ansflow.cluster;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.CheckProgress;
import java.time.Instant;
import org.jobrunr.jobs.annotations.Job;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.springframework.stereotype.Component;

/**
 * The job that checks one cluster. It succeeds whatever the state of the cluster; only what goes wrong on our side fails
 * it, and is tried again.
 *
 * @param clusterId which cluster
 * @param requestedAtMillis since the epoch; a check that ended since then has done the work
 */
record CheckCluster(long clusterId, long requestedAtMillis) implements JobRequest {

    static CheckCluster of(ClusterId id, Instant requestedAt) {
        return new CheckCluster(id.value(), requestedAt.toEpochMilli());
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
    public static class Handler implements JobRequestHandler<CheckCluster> {
        private final ClusterChecks checks;

        Handler(ClusterChecks checks) {
            this.checks = checks;
        }

        @Override
        @Job(name = "Check cluster %0", retries = 5)
        public void run(CheckCluster request) throws InterruptedException {
            checks.checkUnlessDoneSince(
                    Instant.ofEpochMilli(request.requestedAtMillis()),
                    new ClusterId(request.clusterId()),
                    CheckProgress.NONE);
        }
    }
}
