package io.ansflow.inventory;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the inventory is kept up to date ({@code ansflow.sync.*}).
 *
 * @param scheduled false stops the syncs that nobody asks for, and the clean-up
 * @param interval between two syncs of a cluster that answers
 * @param maxInterval the longest, for a cluster that stays down; the interval doubles with every failure until then
 * @param fullInterval after which everything is read again, whatever was caught up meanwhile
 * @param jitter the part of these by which they vary at random, so that clusters are not synced all at once
 * @param clustersAtOnce how many clusters are synced at the same time in one process
 * @param kindsAtOnce how many kinds of one cluster are synced at the same time
 * @param listsAtOnce how many of these may read whole lists
 * @param listPatience how long a list waits for others, before it is read all the same
 * @param deadline for the sync of one cluster
 * @param pagedAbove kinds of which more than so many are stored are listed in pages, not in one answer
 * @param retention after which resources are removed that cannot be read any more, as the kind is forbidden or not served
 */
@Validated
@ConfigurationProperties("ansflow.sync")
record SyncSettings(
        @DefaultValue("true") boolean scheduled,
        @DefaultValue("5m") @DurationMin(seconds = 5) Duration interval,
        @DefaultValue("1h") @DurationMin(seconds = 5) Duration maxInterval,
        @DefaultValue("6h") @DurationMin(seconds = 5) Duration fullInterval,

        @DefaultValue("0.1") @DecimalMin("0") @DecimalMax("0.5")
        double jitter,

        @DefaultValue("4") @Min(1) @Max(100) int clustersAtOnce,
        @DefaultValue("16") @Min(1) @Max(100) int kindsAtOnce,
        @DefaultValue("2") @Min(1) @Max(100) int listsAtOnce,
        @DefaultValue("5s") @DurationMin(millis = 1) Duration listPatience,
        @DefaultValue("15m") @DurationMin(seconds = 1) Duration deadline,
        @DefaultValue("100000") @Min(0) long pagedAbove,
        @DefaultValue("7d") @DurationMin(minutes = 1) Duration retention) {

    private static final int MAX_DOUBLINGS = 20;
    private static final int STALE_AFTER = 3;

    /** How long to wait after a sync before the next one. */
    Duration delay(int consecutiveFailures, RandomGenerator random) {
        Duration backedOff = interval.multipliedBy(1L << Math.min(consecutiveFailures, MAX_DOUBLINGS));
        return jittered(
                consecutiveFailures > 0 && backedOff.compareTo(maxInterval) > 0 ? maxInterval : backedOff, random);
    }

    /** How long what changed may be caught up before everything is read again. */
    Duration untilFull(RandomGenerator random) {
        return jittered(fullInterval, random);
    }

    /** How old data may be before they count as stale: so long that syncs must have been missed. */
    Duration staleAfter() {
        return interval.multipliedBy(STALE_AFTER);
    }

    private Duration jittered(Duration duration, RandomGenerator random) {
        return Duration.ofMillis((long) (duration.toMillis() * (1 + jitter * (2 * random.nextDouble() - 1))));
    }
}
