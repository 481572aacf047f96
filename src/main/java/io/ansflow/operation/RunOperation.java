package io.ansflow.operation;

import org.jobrunr.jobs.annotations.Job;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.springframework.stereotype.Component;

/**
 * The job that does what is left of one operation. It succeeds whatever the clusters say; only what goes wrong on our side
 * fails it, and is tried again.
 *
 * @param operationId which operation
 */
record RunOperation(long operationId) implements JobRequest {

    static RunOperation of(OperationId id) {
        return new RunOperation(id.value());
    }

    @Override
    public Class<Handler> getJobRequestHandler() {
        return Handler.class;
    }

    /** As the job is called in the dashboard. */
    @Override
    public String toString() {
        return Long.toString(operationId);
    }

    /** Does the job; public, because JobRunr calls it by reflection. */
    @Component
    public static class Handler implements JobRequestHandler<RunOperation> {
        private final OperationRunner runner;

        Handler(OperationRunner runner) {
            this.runner = runner;
        }

        @Override
        @Job(name = "Operation %0", retries = 5)
        public void run(RunOperation request) throws InterruptedException {
            runner.run(new OperationId(request.operationId()));
        }
    }
}
