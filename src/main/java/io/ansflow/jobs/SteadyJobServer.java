package io.ansflow.jobs;

import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.server.JobActivator;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.utils.mapper.JsonMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JobRunr's server, whose polls go on where the database was away for the first of them. They ask here whether they may
 * begin, and what is thrown at that ends them for good, while the server's heartbeat goes on as if all were well.
 */
class SteadyJobServer extends BackgroundJobServer {
    private static final Logger log = LoggerFactory.getLogger(SteadyJobServer.class);

    SteadyJobServer(
            StorageProvider storage,
            JsonMapper json,
            JobActivator handlers,
            BackgroundJobServerConfiguration configuration) {
        super(storage, json, handlers, configuration);
    }

    @Override
    public boolean isNotReadyToProcessJobs() {
        try {
            return super.isNotReadyToProcessJobs();
        } catch (RuntimeException e) {
            log.warn("JobRunr's server cannot reach the database and goes on trying: {}", e.getMessage());
            return true;
        }
    }
}
