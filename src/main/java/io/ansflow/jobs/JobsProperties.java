package io.ansflow.jobs;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this process runs jobs.
 *
 * @param server whether it runs any; a process that does not still persists them, for those that do
 * @param workers jobs that may run at once after a poll
 * @param instantWorkers jobs that may run at once, besides those, because a person waits for them
 * @param pollInterval how often the store is asked for work; JobRunr refuses less than 5 s for an SQL store
 * @param retries how often a failed job is tried again, after 3 s, 9 s, 27 s …
 * @param keepFinished how long a job that succeeded is shown, and then as long again among the deleted ones
 * @param watchdogInterval how often the watchdog looks whether JobRunr's server still runs
 * @param shutdownWait how long a running job may take to end by itself before it is interrupted
 */
@Validated
@ConfigurationProperties("ansflow.jobs")
record JobsProperties(
        @DefaultValue("true") boolean server,
        @DefaultValue("16") @Min(1) @Max(512) int workers,
        @DefaultValue("16") @Min(1) @Max(512) int instantWorkers,
        @DefaultValue("5s") @DurationMin(seconds = 5) Duration pollInterval,
        @DefaultValue("5") @Min(3) @Max(20) int retries,
        @DefaultValue("1h") @DurationMin(minutes = 1) Duration keepFinished,
        @DefaultValue("10s") @DurationMin(millis = 100) Duration watchdogInterval,
        @DefaultValue("5s") @DurationMin(seconds = 1) Duration shutdownWait) {}
