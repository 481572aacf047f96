package io.ansflow.workload;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that the cluster noted about an object.
 *
 * @param at when it happened last, by the cluster's clock, or null if it does not say
 * @param warning whether it is more than normal
 * @param reason one word: {@code FailedScheduling}
 * @param message in the cluster's words
 * @param source which component noted it
 * @param count how often it happened
 */
public record ObjectEvent(
        @Nullable Instant at, boolean warning, String reason, String message, String source, long count) {}
