package io.ansflow.jobs;

import org.jobrunr.server.BackgroundJobServer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether jobs run in this process; up where they are not supposed to. */
class JobServerHealth implements HealthIndicator {
    private final @Nullable BackgroundJobServer server;

    JobServerHealth(@Nullable BackgroundJobServer server) {
        this.server = server;
    }

    @Override
    public Health health() {
        boolean healthy = server == null || (server.isRunning() && !server.isNotReadyToProcessJobs());
        return healthy ? Health.up().build() : Health.down().build();
    }
}
