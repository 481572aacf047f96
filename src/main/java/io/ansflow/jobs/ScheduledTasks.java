package io.ansflow.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.task.SimpleAsyncTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.TransactionException;
import org.springframework.util.ErrorHandler;

/** Small tasks that every server process repeats, such as looking for what is due. Commands have none. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableScheduling
class ScheduledTasks {

    @Bean
    SimpleAsyncTaskSchedulerCustomizer quietDuringOutages(Clock clock) {
        return scheduler -> scheduler.setErrorHandler(new QuietDuringOutages(clock));
    }

    /** A database that is away is one line a minute, not a stack trace a second; anything else is ours to mend. */
    static final class QuietDuringOutages implements ErrorHandler {
        private static final Logger log = LoggerFactory.getLogger(ScheduledTasks.class);
        private static final Duration QUIET = Duration.ofMinutes(1);

        private final Clock clock;
        private Instant quietUntil = Instant.MIN;

        QuietDuringOutages(Clock clock) {
            this.clock = clock;
        }

        @Override
        public synchronized void handleError(Throwable failure) {
            if (!(failure instanceof DataAccessException) && !(failure instanceof TransactionException)) {
                log.error("A scheduled task failed", failure);
            } else if (clock.instant().isAfter(quietUntil)) {
                quietUntil = clock.instant().plus(QUIET);
                log.warn("Scheduled tasks cannot reach the database and go on trying: {}", failure.getMessage());
            }
        }
    }
}
