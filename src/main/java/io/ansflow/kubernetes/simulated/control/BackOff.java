package io.ansflow.kubernetes.simulated.control;

import java.time.Duration;

/** How long a kubelet waits before it tries again: twice as long each time, up to a limit. */
final class BackOff {
    static final Duration FIRST = Duration.ofSeconds(10);
    static final Duration LONGEST = Duration.ofMinutes(5);

    private BackOff() {}

    /** How long before a container is started again that has been so often before. */
    static Duration after(int restarts) {
        Duration wait = FIRST;
        for (int i = 0; i < restarts && wait.compareTo(LONGEST) < 0; i++) {
            wait = longer(wait);
        }
        return wait;
    }

    /** The wait after a wait. */
    static Duration longer(Duration wait) {
        Duration twice = wait.multipliedBy(2);
        return twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
    }
}
