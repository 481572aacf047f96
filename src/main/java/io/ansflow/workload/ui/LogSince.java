package io.ansflow.workload.ui;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How old the lines of a log may be. */
enum LogSince {
    EVER(null),
    FIVE_MINUTES(Duration.ofMinutes(5)),
    HALF_AN_HOUR(Duration.ofMinutes(30)),
    TWO_HOURS(Duration.ofHours(2)),
    A_DAY(Duration.ofDays(1));

    private final @Nullable Duration age;

    LogSince(@Nullable Duration age) {
        this.age = age;
    }

    /** Null if it does not matter. */
    @Nullable
    Duration age() {
        return age;
    }
}
