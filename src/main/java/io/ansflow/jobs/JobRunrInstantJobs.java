package io.ansflow.jobs;

import io.ansflow.base.Durable;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.JobId;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.states.StateName;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.server.BackgroundJobPerformer;
import org.jobrunr.server.BackgroundJobServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/**
 * Does for a job that was just persisted what JobRunr's server does for one that it found in a poll, with JobRunr's own
 * performer: claims it by its version, so that no poll takes it as well, keeps its heartbeat, records how it ended, and
 * leaves it to be retried if it failed. See {@code docs/decisions/2026-11-23-jobs-that-start-at-once.md}.
 */
class JobRunrInstantJobs implements InstantJobs, SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(JobRunrInstantJobs.class);

    private final JobRequestScheduler scheduler;
    private final BackgroundJobServer server;
    private final Durable durable;
    private final Semaphore places;
    private final Duration shutdownWait;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("instant-job-", 1).factory());

    JobRunrInstantJobs(
            JobRequestScheduler scheduler,
            BackgroundJobServer server,
            Durable durable,
            int atOnce,
            Duration shutdownWait) {
        this.scheduler = scheduler;
        this.server = server;
        this.durable = durable;
        this.places = new Semaphore(atOnce);
        this.shutdownWait = shutdownWait;
    }

    @Override
    public void start(JobRequest request) {
        Assert.state(
                !TransactionSynchronizationManager.isActualTransactionActive(),
                "A job must not start before the transaction that it belongs to is committed");
        JobId job = scheduler.enqueue(request);
        durable.flush();
        if (!server.isRunning() || !places.tryAcquire()) {
            log.debug("Job {} waits for the next poll", job);
            return;
        }
        try {
            threads.execute(() -> run(job));
        } catch (RejectedExecutionException shuttingDown) {
            places.release();
        }
    }

    private void run(JobId id) {
        try {
            Job job = server.getStorageProvider().getJobById(id);
            if (job.hasState(StateName.ENQUEUED)) {
                new BackgroundJobPerformer(server, job).run();
            }
        } catch (RuntimeException e) {
            log.warn("Job {} is left to JobRunr's next poll: {}", id, e.toString());
        } finally {
            places.release();
        }
    }

    @Override
    public void start() {}

    /** Ends what runs while the database is still there: JobRunr records an interrupted job as one to be retried. */
    @Override
    public void stop() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(shutdownWait.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
                if (!threads.awaitTermination(shutdownWait.toMillis(), TimeUnit.MILLISECONDS)) {
                    log.warn("Jobs did not end when interrupted; they are tried again later");
                }
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !threads.isShutdown();
    }
}
