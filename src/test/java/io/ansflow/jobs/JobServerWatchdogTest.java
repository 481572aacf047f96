package io.ansflow.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.jobrunr.server.BackgroundJobServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

class JobServerWatchdogTest {
    private final ConfigurableApplicationContext application = JobsApplication.start(
            new JobsApplication.Database("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa"),
            "ansflow.jobs.watchdog-interval=200ms");
    private final BackgroundJobServer server = application.getBean(BackgroundJobServer.class);
    private final JobsApplication.Outage outage = application.getBean(JobsApplication.Outage.class);

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void starts_the_server_again_after_an_outage_of_the_database() throws Exception {
        awaitHealth(Status.UP);

        outage.begin();
        awaitHealth(Status.DOWN);
        await().until(() -> !server.isRunning());
        outage.end();

        awaitHealth(Status.UP);
        Probe probe = Probe.ending();
        application.getBean(InstantJobs.class).start(probe);
        probe.awaitBegin();
    }

    @Test
    void leaves_a_server_alone_that_was_told_to_stop() {
        awaitHealth(Status.UP);

        application.stop();

        await().during(Duration.ofSeconds(1)).until(() -> !server.isRunning());
    }

    private void awaitHealth(Status status) {
        JobServerHealth health = application.getBean(JobServerHealth.class);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(status));
    }
}
