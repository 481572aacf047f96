package io.ansflow.kubernetes.http;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Limits for servers of tests, which are on this machine. */
final class TestLimits {
    private TestLimits() {}

    /** Each wait, and each whole exchange, may take so long; an answer is at most 1 MB. */
    static HttpLimits each(Duration patience) {
        return each(patience, patience);
    }

    /** @param check for a whole check of a connection, unlike everything else */
    static HttpLimits each(Duration patience, Duration check) {
        return new HttpLimits(
                true, true, patience, patience, patience, patience, check, patience, patience, DataSize.ofMegabytes(1));
    }
}
