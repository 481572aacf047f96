package io.ansflow.kubernetes.http;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.CheckProgress;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets many questions be asked at once on one connection, where the server speaks HTTP/2. They would all connect, and find
 * out too late that one connection was enough, if the first one did not do so before the others begin.
 */
final class SharedConnection implements AutoCloseable {
    private final Function<CheckProgress, Transport> connect;
    private final FirstTry firstTry = new FirstTry();
    private @Nullable Transport first;

    /** @param connect makes a transport that tells of its progress */
    SharedConnection(Function<CheckProgress, Transport> connect) {
        this.connect = connect;
    }

    /**
     * Asks something, with a transport of its own.
     *
     * @throws CancellationException if interrupted while the first one connects; the thread stays interrupted
     */
    <T> Answer<T> ask(Function<Transport, Answer<T>> question) {
        return firstTry.ask(progress -> question.apply(transport(progress)));
    }

    @Override
    public synchronized void close() {
        if (first != null) {
            first.close();
        }
    }

    private synchronized Transport transport(CheckProgress progress) {
        if (first != null) {
            return first.beside();
        }
        first = connect.apply(progress);
        return first;
    }
}
