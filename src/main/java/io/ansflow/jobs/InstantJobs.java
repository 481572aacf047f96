package io.ansflow.jobs;

import org.jobrunr.jobs.lambdas.JobRequest;

/**
 * Starts jobs that a person waits for. JobRunr polls an SQL store every 5 s at best; these start at once in this
 * process, and are persisted first, so that JobRunr makes up for them if this process dies.
 */
public interface InstantJobs {
    /**
     * Persists the job, then starts it on a thread of this process, without waiting for its end. The handler runs a
     * second time when JobRunr polls: it must find the work done and return. Call it outside of a transaction.
     */
    void start(JobRequest request);
}
