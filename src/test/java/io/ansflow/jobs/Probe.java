package io.ansflow.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;

/** A job that a test can look into and hold up. */
public record Probe(UUID id) implements JobRequest {
    private static final Map<UUID, Run> RUNS = new ConcurrentHashMap<>();

    /** One that ends as soon as it has begun. */
    static Probe ending() {
        Probe probe = held();
        probe.run().end.countDown();
        return probe;
    }

    /** One that runs until {@link #release}. */
    static Probe held() {
        Probe probe = new Probe(UUID.randomUUID());
        RUNS.put(probe.id, new Run());
        return probe;
    }

    /** One that fails the first time. */
    static Probe failing() {
        Probe probe = ending();
        probe.run().failures.add(new IllegalStateException("the first try"));
        return probe;
    }

    void awaitBegin() throws InterruptedException {
        assertThat(run().begin.await(30, TimeUnit.SECONDS)).isTrue();
    }

    void release() {
        run().end.countDown();
    }

    /** The names of the threads that ran it, in order. */
    List<String> threads() {
        return List.copyOf(run().threads);
    }

    private Run run() {
        return Objects.requireNonNull(RUNS.get(id));
    }

    @Override
    public Class<Handler> getJobRequestHandler() {
        return Handler.class;
    }

    private static class Run {
        final CountDownLatch begin = new CountDownLatch(1);
        final CountDownLatch end = new CountDownLatch(1);
        final List<String> threads = Collections.synchronizedList(new ArrayList<>());
        final List<RuntimeException> failures = Collections.synchronizedList(new ArrayList<>());
    }

    public static class Handler implements JobRequestHandler<Probe> {
        @Override
        public void run(Probe probe) throws InterruptedException {
            Run run = probe.run();
            run.threads.add(Thread.currentThread().getName());
            run.begin.countDown();
            run.end.await();
            if (!run.failures.isEmpty()) {
                throw run.failures.removeFirst();
            }
        }
    }
}
