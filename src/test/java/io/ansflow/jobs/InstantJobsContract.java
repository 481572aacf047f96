package io.ansflow.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.JobDetails;
import org.jobrunr.jobs.states.EnqueuedState;
import org.jobrunr.jobs.states.ProcessingState;
import org.jobrunr.jobs.states.StateName;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.storage.Paging;
import org.jobrunr.storage.StorageProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What holds for jobs that start at once, on every database. */
abstract class InstantJobsContract {
    private static final String NO_POLLS = "ansflow.jobs.poll-interval=1h";

    private final JobsApplication.Database database;
    private final Deque<ConfigurableApplicationContext> applications = new ArrayDeque<>();

    /** @param database an empty one */
    InstantJobsContract(JobsApplication.Database database) {
        this.database = database;
    }

    @AfterEach
    void stop() {
        applications.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void starts_without_a_poll() throws Exception {
        start(NO_POLLS);
        Probe probe = Probe.ending();

        jobs().start(probe);

        probe.awaitBegin();
        assertThat(probe.threads().getFirst()).startsWith("instant-job-");
    }

    @Test
    void is_persisted_before_it_starts_and_no_poll_takes_it_as_well() throws Exception {
        start(NO_POLLS);
        Probe probe = Probe.held();

        jobs().start(probe);
        probe.awaitBegin();
        poll();

        Job job = theOnlyJobIn(StateName.PROCESSING);
        ProcessingState processing = job.getJobState();
        assertThat(processing.getServerId()).isEqualTo(server().getId());
        assertThat(probe.threads()).hasSize(1);
        probe.release();
        awaitOne(StateName.SUCCEEDED);
        assertThat(probe.threads()).hasSize(1);
    }

    @Test
    void has_a_heartbeat_like_every_other_job() throws Exception {
        start(NO_POLLS);
        Probe probe = Probe.held();
        jobs().start(probe);
        probe.awaitBegin();
        Instant begun = theOnlyJobIn(StateName.PROCESSING).getUpdatedAt();

        poll();

        assertThat(theOnlyJobIn(StateName.PROCESSING).getUpdatedAt()).isAfter(begun);
        probe.release();
        awaitOne(StateName.SUCCEEDED);
    }

    @Test
    void is_tried_again_if_it_fails() throws Exception {
        start();
        Probe probe = Probe.failing();

        jobs().start(probe);

        await().atMost(Duration.ofMinutes(1)).until(() -> probe.threads().size() == 2);
        awaitOne(StateName.SUCCEEDED);
    }

    @Test
    void is_run_by_another_process_if_this_one_dies_before_it_begins() throws Exception {
        start("ansflow.jobs.server=false");
        Probe probe = Probe.ending();
        jobs().start(probe);
        theOnlyJobIn(StateName.ENQUEUED);
        application().close();

        start();

        probe.awaitBegin();
        awaitOne(StateName.SUCCEEDED);
    }

    @Test
    void is_run_by_another_process_if_this_one_dies_meanwhile() throws Exception {
        start("ansflow.jobs.server=false");
        Probe probe = Probe.ending();
        Instant longAgo = Instant.now().minus(Duration.ofMinutes(5));
        storage()
                .save(new Job(
                        UUID.randomUUID(),
                        0,
                        new JobDetails(probe),
                        List.of(new EnqueuedState(), new ProcessingState(UUID.randomUUID(), "dead", longAgo)),
                        new ConcurrentHashMap<>()));
        theOnlyJobIn(StateName.PROCESSING);
        application().close();

        start();

        probe.awaitBegin();
        awaitOne(StateName.SUCCEEDED);
    }

    @Test
    void is_interrupted_and_kept_for_later_when_the_process_ends() throws Exception {
        start();
        Probe probe = Probe.held();
        jobs().start(probe);
        probe.awaitBegin();

        application().close();

        start("ansflow.jobs.server=false");
        theOnlyJobIn(StateName.SCHEDULED);
    }

    @Test
    void waits_for_a_poll_if_too_many_run() throws Exception {
        start(NO_POLLS, "ansflow.jobs.instant-workers=1");
        Probe first = Probe.held();
        Probe second = Probe.ending();
        jobs().start(first);
        first.awaitBegin();

        jobs().start(second);
        theOnlyJobIn(StateName.ENQUEUED);
        poll();

        second.awaitBegin();
        assertThat(second.threads().getFirst()).startsWith("backgroundjob-worker");
        first.release();
        await().until(() -> storage().countJobs(StateName.SUCCEEDED) == 2);
    }

    @Test
    void must_not_start_before_a_transaction_is_committed() {
        start("ansflow.jobs.poll-interval=1h");
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> jobs().start(Probe.ending())).isInstanceOf(IllegalStateException.class);
        } finally {
            TransactionSynchronizationManager.clear();
        }
        assertThat(storage().getJobStats().getTotal()).isZero();
    }

    private void start(String... properties) {
        applications.add(JobsApplication.start(database, properties));
        if (application().getBeanProvider(BackgroundJobServer.class).getIfAvailable() != null) {
            await().until(() -> !server().isNotReadyToProcessJobs());
        }
    }

    private ConfigurableApplicationContext application() {
        return applications.getLast();
    }

    private InstantJobs jobs() {
        return application().getBean(InstantJobs.class);
    }

    private BackgroundJobServer server() {
        return application().getBean(BackgroundJobServer.class);
    }

    private StorageProvider storage() {
        return application().getBean(StorageProvider.class);
    }

    /** What JobRunr's server does at each interval: heartbeats of its jobs, and new work. */
    private void poll() {
        server().getJobSteward().run();
    }

    private Job theOnlyJobIn(StateName state) {
        List<Job> jobs = storage().getJobList(state, Paging.AmountBasedList.ascOnUpdatedAt(10));
        assertThat(jobs).hasSize(1);
        return jobs.getFirst();
    }

    private void awaitOne(StateName state) {
        await().atMost(Duration.ofMinutes(1)).until(() -> storage().countJobs(state) == 1);
    }
}
