package io.ansflow.jobs;

import io.ansflow.base.Durable;
import java.util.List;
import org.jobrunr.jobs.filters.RetryFilter;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.server.JobActivator;
import org.jobrunr.server.configuration.BackgroundJobServerThreadType;
import org.jobrunr.server.configuration.DefaultBackgroundJobServerWorkerPolicy;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.utils.mapper.JsonMapper;
import org.jobrunr.utils.mapper.jackson3.Jackson3JsonMapper;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** JobRunr on the application's database. What is not defined here comes from JobRunr's own auto-configuration. */
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {

    /** Named, not detected: what is persisted must not depend on which JSON library happens to be on the classpath. */
    @Bean
    JsonMapper jobRunrJsonMapper() {
        return new Jackson3JsonMapper();
    }

    @Bean
    JobServerHealth jobsHealthIndicator(ObjectProvider<BackgroundJobServer> server) {
        return new JobServerHealth(server.getIfAvailable());
    }

    /** A process that runs no jobs, such as a command: what it starts is persisted, and run by one that does. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = "ansflow.jobs.server", havingValue = false)
    static class WithoutServer {
        @Bean
        InstantJobs instantJobs(JobRequestScheduler scheduler) {
            return scheduler::enqueue;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = "ansflow.jobs.server", matchIfMissing = true)
    static class WithServer {
        @Bean
        BackgroundJobServer backgroundJobServer(
                StorageProvider storage, JsonMapper json, JobActivator handlers, JobsProperties properties) {
            var configuration = BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                    .andPollInterval(properties.pollInterval())
                    .andBackgroundJobServerWorkerPolicy(new DefaultBackgroundJobServerWorkerPolicy(
                            properties.workers(), BackgroundJobServerThreadType.VirtualThreads))
                    .andDeleteSucceededJobsAfter(properties.keepFinished())
                    .andPermanentlyDeleteDeletedJobsAfter(properties.keepFinished())
                    .andInterruptJobsAwaitDurationOnStopBackgroundJobServer(properties.shutdownWait());
            var server = new SteadyJobServer(storage, json, handlers, configuration);
            server.setJobFilters(List.of(new RetryFilter(properties.retries())));
            return server;
        }

        @Bean
        InstantJobs instantJobs(
                JobRequestScheduler scheduler, BackgroundJobServer server, Durable durable, JobsProperties properties) {
            return new JobRunrInstantJobs(
                    scheduler, server, durable, properties.instantWorkers(), properties.shutdownWait());
        }

        @Bean
        JobServerWatchdog jobServerWatchdog(BackgroundJobServer server, JobsProperties properties) {
            return new JobServerWatchdog(server, properties.watchdogInterval());
        }
    }
}
