package io.ansflow.kubernetes.http;

import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.Stage;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets many questions be asked at once on one connection, where the server speaks HTTP/2. The first one connects before
 * the others begin, which otherwise would all connect as well, and find out too late that one connection was enough.
 */
final class SharedConnection implements AutoCloseable {
    private final Function<CheckProgress, Transport> connect;
    private final CountDownLatch tried = new CountDownLatch(1);
    private volatile @Nullable Transport first;

    /** @param connect makes a transport that tells of its progress */
    SharedConnection(Function<CheckProgress, Transport> connect) {
        this.connect = connect;
    }

    /**
     * Asks something, with a transport of its own.
     *
     * @throws CancellationException if interrupted while the first one connects; the thread stays interrupted
     */
    <T> T ask(Function<Transport, T> question) {
        Transport transport = transport();
        if (transport == first) {
            try {
                return question.apply(transport);
            } finally {
                tried.countDown();
            }
        }
        try {
            tried.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while another question connects");
        }
        return question.apply(transport);
    }

    @Override
    public synchronized void close() {
        if (first != null) {
            first.close();
        }
    }

    private synchronized Transport transport() {
        if (first != null) {
            return first.beside();
        }
        first = connect.apply(stage -> {
            if (stage == Stage.HTTP) {
                tried.countDown();
            }
        });
        return first;
    }
}
