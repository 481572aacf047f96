package io.ansflow.jobs;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jobrunr.server.BackgroundJobServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/**
 * Restarts JobRunr's server where it stopped by itself: it does so at the first failed heartbeat, or after six failed
 * polls, and stays stopped when the database is back. (To survive an outage is a feature of JobRunr Pro.)
 */
class JobServerWatchdog implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(JobServerWatchdog.class);

    private final BackgroundJobServer server;
    private final Duration interval;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("job-server-watchdog").factory());
    private boolean outage;
    private volatile boolean stopped;

    JobServerWatchdog(BackgroundJobServer server, Duration interval) {
        this.server = server;
        this.interval = interval;
    }

    /** JobRunr's starter starts the server on the same event. */
    @EventListener(ApplicationReadyEvent.class)
    void watch() {
        var _ = schedule.scheduleWithFixedDelay(
                this::check, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Asks the database first: a server that starts without one logs an error and stops again. */
    private synchronized void check() {
        if (stopped || server.isRunning()) {
            return;
        }
        try {
            server.getStorageProvider().getJobStats();
            server.start();
            outage = false;
            log.info("JobRunr's server had stopped by itself and was started again");
        } catch (RuntimeException e) {
            if (!outage) {
                log.warn("JobRunr's server stopped by itself; it is started again when the database answers");
            }
            outage = true;
            log.debug("The database does not answer", e);
        }
    }

    @Override
    public void start() {}

    /** Stops the server as well, while everything that its jobs need is still there. */
    @Override
    public void stop() {
        stopped = true;
        schedule.shutdownNow();
        synchronized (this) {
            server.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return !stopped;
    }
}
