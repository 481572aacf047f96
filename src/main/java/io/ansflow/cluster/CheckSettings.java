package io.ansflow.cluster;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often clusters are checked ({@code ansflow.checks.*}).
 *
 * @param scheduled false stops the checks that nobody asks for
 * @param interval between two checks of a cluster that answers
 * @param maxInterval the longest, for a cluster that stays down; the interval doubles with every failure until then
 * @param jitter the part of the interval by which it varies at random, so that clusters are not checked all at once
 */
@Validated
@ConfigurationProperties("ansflow.checks")
record CheckSettings(
        @DefaultValue("true") boolean scheduled,
        @DefaultValue("60s") @DurationMin(seconds = 5) Duration interval,
        @DefaultValue("10m") @DurationMin(seconds = 5) Duration maxInterval,

        @DefaultValue("0.1") @DecimalMin("0") @DecimalMax("0.5")
        double jitter) {

    private static final int MAX_DOUBLINGS = 20;

    /** How long to wait after a check before the next one. */
    Duration delay(int consecutiveFailures, RandomGenerator random) {
        Duration backedOff = interval.multipliedBy(1L << Math.min(consecutiveFailures, MAX_DOUBLINGS));
        Duration delay = backedOff.compareTo(maxInterval) > 0 && consecutiveFailures > 0 ? maxInterval : backedOff;
        double factor = 1 + jitter * (2 * random.nextDouble() - 1);
        return Duration.ofMillis((long) (delay.toMillis() * factor));
    }
}
