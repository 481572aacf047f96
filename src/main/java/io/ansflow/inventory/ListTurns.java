package io.ansflow.inventory;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a few lists of one cluster be read at the same time, while others wait: a server that makes many at once is late
 * with the longest. One that does not go on with some of them holds up the others for a while only.
 */
final class ListTurns {
    private final Semaphore places;
    private final Duration patience;

    /** @param patience after which a list that waits is read all the same */
    ListTurns(int atOnce, Duration patience) {
        this.places = new Semaphore(atOnce);
        this.patience = patience;
    }

    /**
     * Reads a list once it is its turn.
     *
     * @throws CancellationException if interrupted while waiting; the thread stays interrupted
     */
    <T> T take(Supplier<T> reading) {
        boolean inTurn;
        try {
            inTurn = places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while waiting for other lists");
        }
        try {
            return reading.get();
        } finally {
            if (inTurn) {
                places.release();
            }
        }
    }
}
