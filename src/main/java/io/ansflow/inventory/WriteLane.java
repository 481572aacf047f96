package io.ansflow.inventory;

import io.ansflow.jobs.Leases;
import io.ansflow.jobs.Leases.Lease;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what the sync of one cluster hands in, one transaction after the other under the sync's lease, while reading
 * goes on. Who hands in too much waits. After a write that failed for good nothing more is written.
 */
final class WriteLane implements AutoCloseable {
    private static final int MOST_WAITING = 6;
    private static final RetryPolicy DEADLOCKS = RetryPolicy.builder()
            .includes(ConcurrencyFailureException.class)
            .maxRetries(8)
            .delay(Duration.ofMillis(50))
            .jitter(Duration.ofMillis(40))
            .multiplier(2)
            .maxDelay(Duration.ofSeconds(2))
            .build();

    private final Leases leases;
    private final Lease lease;
    private final TransactionTemplate transaction;
    private final RetryTemplate retries = new RetryTemplate(DEADLOCKS);
    private final Semaphore places = new Semaphore(MOST_WAITING);
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("sync-writer").factory());
    private volatile @Nullable RuntimeException failure;

    WriteLane(Leases leases, Lease lease, TransactionTemplate transaction) {
        this.leases = leases;
        this.lease = lease;
        this.transaction = transaction;
    }

    /** What was written before is committed; nothing more is. */
    static final class WriteFailed extends RuntimeException {
        WriteFailed(RuntimeException cause) {
            super("Writing failed", cause);
        }
    }

    /**
     * Hands in a write; it is made once those before it are committed.
     *
     * @param write is made again if the database asked for it
     * @param committed told once what the write that was committed gave
     * @throws WriteFailed if an earlier one failed
     * @throws CancellationException if interrupted while waiting; the thread stays interrupted
     */
    <T> void submit(Supplier<T> write, Consumer<T> committed) {
        stopIfFailed();
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while waiting to write");
        }
        writer.execute(() -> {
            try {
                if (failure == null) {
                    committed.accept(commit(write));
                }
            } catch (RuntimeException e) {
                failure = e;
            } finally {
                places.release();
            }
        });
    }

    /** Hands in a write of which nothing is to be told. */
    void submit(Runnable write) {
        submit(
                () -> {
                    write.run();
                    return true;
                },
                done -> {});
    }

    /** Hands in a write and waits until it and all before it are committed; otherwise as {@link #submit}. */
    void finish(Runnable write) {
        submit(write);
        await();
    }

    /** Waits until everything that was handed in is committed; otherwise as {@link #submit}. */
    void await() {
        var done = new CountDownLatch(1);
        writer.execute(done::countDown);
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while writing");
        }
        stopIfFailed();
    }

    /** Why writing ended; null if it did not. */
    @Nullable
    RuntimeException failure() {
        return failure;
    }

    /** Waits for what is being written. */
    @Override
    public void close() {
        writer.close();
    }

    private <T> T commit(Supplier<T> write) {
        return Objects.requireNonNull(retries.invoke(() -> transaction.execute(status -> {
            leases.confirm(lease);
            return write.get();
        })));
    }

    private void stopIfFailed() {
        RuntimeException broken = failure;
        if (broken != null) {
            throw new WriteFailed(broken);
        }
    }
}
