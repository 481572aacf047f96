package io.ansflow.kubernetes.http;

import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okio.BufferedSource;

/**
 * A body that comes bit by bit.
 *
 * @param end by {@link System#nanoTime()}
 */
record Listening(BufferedSource source, Duration idle, Duration readTimeout, long end) {
    InputStream bytes() {
        return source.inputStream();
    }

    /** From now on nothing need come, and there is not much to wait for. */
    void betweenEvents() {
        source.timeout().timeout(idle.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** From now on more has to come. */
    void withinEvent() {
        source.timeout().timeout(readTimeout.toNanos(), TimeUnit.NANOSECONDS);
    }

    boolean timeIsUp() {
        return System.nanoTime() - end >= 0;
    }
}
