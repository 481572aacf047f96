package io.ansflow.kubernetes.http;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.Stage;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Of questions to one server that are asked at the same time, lets the first one connect before the others begin. If it
 * cannot, what it met with is their answer as well: a server that is down is tried once, not once for each of them.
 */
final class FirstTry {
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean connected;
    private volatile @Nullable ClusterFailure failure;

    /**
     * Asks something, unless the first try has failed.
     *
     * @param question tells the progress it is given of how far it has come
     * @throws CancellationException if interrupted while the first one connects; the thread stays interrupted
     */
    <T> Answer<T> ask(Function<CheckProgress, Answer<T>> question) {
        if (begun.compareAndSet(false, true)) {
            return first(question);
        }
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while another question connects");
        }
        ClusterFailure known = failure;
        return known == null ? question.apply(CheckProgress.NONE) : Answer.failed(known);
    }

    private <T> Answer<T> first(Function<CheckProgress, Answer<T>> question) {
        try {
            Answer<T> answer = question.apply(this::entered);
            if (!connected && answer instanceof Answer.Failed<T>(ClusterFailure met)) {
                failure = met;
            }
            return answer;
        } finally {
            over.countDown();
        }
    }

    private void entered(Stage stage) {
        if (stage == Stage.HTTP) {
            connected = true;
            over.countDown();
        }
    }
}
