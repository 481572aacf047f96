package io.ansflow.kubernetes.http;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much time and data the reading of whole collections may take, where that differs from other questions.
 *
 * @param readTimeout for each wait for more of a list: a server that lists much makes it all before the first byte
 * @param timeout for one answer, to its end
 * @param maxSize for the body of one answer, after decompression; it is read as a stream
 * @param watchIdle when nothing has changed for so long, the reading of changes has caught up
 * @param watchAtMost for one reading of changes, where they never end
 */
@Validated
@ConfigurationProperties("ansflow.kubernetes.tables")
record TableLimits(
        @DefaultValue("60s") @DurationMin(millis = 1) @DurationMax(minutes = 10)
        Duration readTimeout,

        @DefaultValue("5m") @DurationMin(millis = 1) @DurationMax(hours = 1)
        Duration timeout,

        @DefaultValue("512MB") DataSize maxSize,

        @DefaultValue("150ms") @DurationMin(millis = 1) @DurationMax(minutes = 1)
        Duration watchIdle,

        @DefaultValue("5s") @DurationMin(millis = 1) @DurationMax(minutes = 10)
        Duration watchAtMost) {

    @AssertTrue(message = "ansflow.kubernetes.tables.max-size must be between 1 MB and 16 GB")
    boolean isMaxSizeBounded() {
        return maxSize.toMegabytes() >= 1 && maxSize.toGigabytes() <= 16;
    }
}
