package io.ansflow.operation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long work is done ({@code ansflow.operations.*}).
 *
 * @param atOnce how many objects of one operation are worked on at the same time
 * @param lease how long an operation is left to a process that does not report; longer than a pause of the process that is
 *     worth waiting for
 * @param retention how long operations are kept after their end
 */
@Validated
@ConfigurationProperties("ansflow.operations")
record OperationSettings(
        @DefaultValue("8") @Min(1) @Max(100) int atOnce,
        @DefaultValue("1m") @DurationMin(seconds = 2) Duration lease,
        @DefaultValue("30d") @DurationMin(minutes = 1) Duration retention) {

    private static final int RENEWALS = 4;
    private static final int CLAIMS = 2;

    /** Between two prolongations of the lease. */
    Duration renewal() {
        return lease.dividedBy(RENEWALS);
    }

    /** When to look whether somebody else has to go on, if whoever is at it now does not put it off. */
    Instant resumeAt(Instant now) {
        return now.plus(lease.multipliedBy(CLAIMS));
    }
}
