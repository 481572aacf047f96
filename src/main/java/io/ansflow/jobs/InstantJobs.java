package io.ansflow.jobs;

import org.jobrunr.jobs.lambdas.JobRequest;

/**
 * Starts jobs that a person waits for. JobRunr polls an SQL store every 5 s at best; these start at once in this
 * process, and are persisted first, so that JobRunr makes up for them if this process dies.
 */
public interface InstantJobs {
    /**
     * Persists the job, then starts it on a thread of this process, without waiting for its end. Too many at once wait
     * for JobRunr's next poll, as do all of them in a process that runs no jobs. A job that fails, or whose process
     * dies, is run again: it runs at least once.
     *
     * <p>The handler is a bean, its class and {@code run} are public: JobRunr calls it by reflection. It runs as nobody,
     * without a security context. The request is persisted and shown to administrators: it holds ids, never a secret.
     *
     * @throws IllegalStateException inside of a transaction: the job would start before what it needs is committed
     * @throws org.jobrunr.storage.StorageException if the job could not be persisted; then it was not started either
     */
    void start(JobRequest request);
}
