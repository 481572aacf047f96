package io.ansflow.operation;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks at something again and again until it is as awaited. */
public final class Watching {
    private final Duration pause;
    private final Duration atMost;

    /**
     * @param pause between two looks
     * @param atMost for how long; what is looked at then is the last
     */
    public Watching(Duration pause, Duration atMost) {
        this.pause = pause;
        this.atMost = atMost;
    }

    /**
     * Looks at it until it is done or the time is over. A cluster that cannot be reached meanwhile is put up with; one that
     * says that we may not look is not.
     *
     * @param sink told of every change, on the calling thread
     * @return what was seen last; the failure if nothing was seen since
     * @throws CancellationException when the thread is interrupted, which it stays
     */
    public <T> Answer<T> until(Supplier<Answer<T>> look, Predicate<T> done, Consumer<T> sink) {
        long end = System.nanoTime() + atMost.toNanos();
        @Nullable T last = null;
        while (true) {
            Answer<T> answer = look.get();
            if (answer instanceof Answer.Got<T>(T seen)) {
                if (!seen.equals(last)) {
                    last = seen;
                    sink.accept(seen);
                }
                if (done.test(seen)) {
                    return answer;
                }
            }
            long left = end - System.nanoTime();
            if (left <= 0 || isFinal(answer)) {
                return answer;
            }
            sleep(Math.min(left, pause.toNanos()));
        }
    }

    private static boolean isFinal(Answer<?> answer) {
        return answer instanceof Answer.Failed<?>(ClusterFailure failure)
                && switch (failure.code()) {
                    case UNAUTHORIZED, CREDENTIAL_EXPIRED, CREDENTIAL_INVALID, FORBIDDEN, NOT_FOUND -> true;
                    default -> false;
                };
    }

    private static void sleep(long nanos) {
        try {
            Thread.sleep(Duration.ofNanos(nanos));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while looking on");
        }
    }
}
