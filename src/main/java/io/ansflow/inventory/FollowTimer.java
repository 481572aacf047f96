package io.ansflow.inventory;

import java.time.Duration;
import java.util.concurrent.Future;

/** The time by which changes are followed, which no one sets back, and what is to be done later in it. */
interface FollowTimer {
    /** How much has passed since some moment. */
    Duration now();

    /** Does it after a while, on a thread that it may hold for as long as it takes; unless cancelled until then. */
    Future<?> after(Duration delay, Runnable task);
}
