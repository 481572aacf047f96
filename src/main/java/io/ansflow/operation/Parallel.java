package io.ansflow.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;

/** The same work for many things, some at a time, with the rights of the caller. */
public final class Parallel {
    private Parallel() {}

    /**
     * Works on all of them.
     *
     * @param width how many at a time
     * @param work throws nothing but what is a mistake of ours
     * @param sink told of each result as it comes, on any thread, one at a time
     * @return the results, in the order of the items
     * @throws CancellationException when the thread is interrupted, which it stays; the work under way is interrupted too
     */
    public static <T, R> List<R> map(List<T> items, int width, Function<T, R> work, Consumer<R> sink) {
        ExecutorService workers = Executors.newFixedThreadPool(
                width, Thread.ofVirtual().name("parallel-", 0).factory());
        Object lock = new Object();
        try {
            List<Future<R>> results = new ArrayList<>();
            for (T item : items) {
                Callable<R> task = () -> {
                    R result = work.apply(item);
                    synchronized (lock) {
                        sink.accept(result);
                    }
                    return result;
                };
                results.add(workers.submit(new DelegatingSecurityContextCallable<>(task)));
            }
            List<R> all = new ArrayList<>();
            for (Future<R> result : results) {
                all.add(result.get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while working on " + items.size() + " things");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }
}
