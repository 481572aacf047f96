package io.ansflow.inventory;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** One thread waits for all; each task then has a virtual one of its own. */
@Component
class ThreadedFollowTimer implements FollowTimer {
    private final ScheduledThreadPoolExecutor waiting = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("change-follower").daemon().factory());
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("change-follower-", 1).factory());

    ThreadedFollowTimer() {
        // What is changed while the application ends is left to the next sync.
        waiting.setRejectedExecutionHandler(new DiscardPolicy());
        waiting.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Duration now() {
        return Duration.ofNanos(System.nanoTime());
    }

    @Override
    public Future<?> after(Duration delay, Runnable task) {
        return waiting.schedule(() -> threads.execute(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @PreDestroy
    void stop() {
        waiting.shutdownNow();
        threads.shutdownNow();
    }
}
