package io.ansflow.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobrunr.server.BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jobrunr.jobs.mappers.JobMapper;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.server.JobActivator;
import org.jobrunr.storage.InMemoryStorageProvider;
import org.jobrunr.storage.JobRunrMetadata;
import org.jobrunr.storage.StorageException;
import org.jobrunr.utils.mapper.jackson3.Jackson3JsonMapper;
import org.junit.jupiter.api.Test;

class SteadyJobServerTest {
    private static final String VERSION = "database_version";
    /** The four tasks that poll, and the one at the start. */
    private static final int FIRST_QUESTIONS = 5;

    private final Jackson3JsonMapper json = new Jackson3JsonMapper();
    private final AwayAtFirst store = new AwayAtFirst(json);
    private final SteadyJobServer server = new SteadyJobServer(
            store,
            json,
            new Handlers(),
            usingStandardBackgroundJobServerConfiguration().andPollInterval(Duration.ofMillis(300)));

    @Test
    void polls_on_where_the_database_was_away_for_the_first_polls() throws Exception {
        Probe probe = Probe.ending();
        new JobRequestScheduler(store).enqueue(probe);

        server.start();
        try {
            probe.awaitBegin();
        } finally {
            server.stop();
        }

        assertThat(store.left).hasNonPositiveValue();
    }

    private static final class AwayAtFirst extends InMemoryStorageProvider {
        final AtomicInteger left = new AtomicInteger(FIRST_QUESTIONS);

        AwayAtFirst(Jackson3JsonMapper json) {
            setJobMapper(new JobMapper(json));
            saveMetadata(new JobRunrMetadata(VERSION, "cluster", "6.0.0"));
        }

        @Override
        public JobRunrMetadata getMetadata(String name, String owner) {
            if (name.equals(VERSION) && left.getAndDecrement() > 0) {
                throw new StorageException("The database is not there");
            }
            return super.getMetadata(name, owner);
        }
    }

    private static final class Handlers implements JobActivator {
        @Override
        public <T> T activateJob(Class<T> type) {
            return type.cast(new Probe.Handler());
        }
    }
}
