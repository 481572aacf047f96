package io.ansflow.kubernetes.http;

import java.time.Duration;

/** How long an answer may take from now on. */
@FunctionalInterface
interface Patience {
    Duration left();

    /** So long for every answer. */
    static Patience each(Duration length) {
        return () -> length;
    }

    /** So long, from now on, for all answers together. */
    static Patience together(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        return () -> Duration.ofNanos(end - System.nanoTime());
    }
}
