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
 * Where connections to clusters may go, and how much time and data they may take.
 *
 * @param allowLoopback whether API servers may listen on this machine
 * @param allowPrivate whether they may have private addresses (RFC 1918, RFC 4193, RFC 6598), where most of them do
 * @param dnsTimeout for looking up a name
 * @param connectTimeout for connecting to one address
 * @param handshakeTimeout for each wait within a TLS handshake
 * @param readTimeout for each wait for more of an answer
 * @param checkDeadline for all of a connection check
 * @param callTimeout for one question about objects, or one change of them, to the end of its answer
 * @param followTimeout for one connection that follows a log
 * @param maxResponseSize for the body of one answer, after decompression
 */
@Validated
@ConfigurationProperties("ansflow.kubernetes")
record HttpLimits(
        @DefaultValue("true") boolean allowLoopback,
        @DefaultValue("true") boolean allowPrivate,

        @DefaultValue("5s") @DurationMin(millis = 1) @DurationMax(minutes = 5)
        Duration dnsTimeout,

        @DefaultValue("5s") @DurationMin(millis = 1) @DurationMax(minutes = 5)
        Duration connectTimeout,

        @DefaultValue("10s") @DurationMin(millis = 1) @DurationMax(minutes = 5)
        Duration handshakeTimeout,

        @DefaultValue("10s") @DurationMin(millis = 1) @DurationMax(minutes = 5)
        Duration readTimeout,

        @DefaultValue("20s") @DurationMin(millis = 1) @DurationMax(minutes = 10)
        Duration checkDeadline,

        @DefaultValue("30s") @DurationMin(millis = 1) @DurationMax(minutes = 10)
        Duration callTimeout,

        @DefaultValue("1h") @DurationMin(millis = 1) @DurationMax(hours = 24)
        Duration followTimeout,

        @DefaultValue("32MB") DataSize maxResponseSize) {

    @AssertTrue(message = "ansflow.kubernetes.max-response-size must be between 1 MB and 1 GB")
    boolean isMaxResponseSizeBounded() {
        return maxResponseSize.toMegabytes() >= 1 && maxResponseSize.toGigabytes() <= 1;
    }

    /** The same limits, but for each wait for more of an answer. */
    HttpLimits withReadTimeout(Duration other) {
        return new HttpLimits(
                allowLoopback,
                allowPrivate,
                dnsTimeout,
                connectTimeout,
                handshakeTimeout,
                other,
                checkDeadline,
                callTimeout,
                followTimeout,
                maxResponseSize);
    }
}
