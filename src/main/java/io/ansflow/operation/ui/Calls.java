package io.ansflow.operation.ui;

import com.vaadin.flow.component.Component;
import io.ansflow.base.ui.BackgroundTask;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;

/** Questions to clusters that a part of a page waits for without blocking. */
public final class Calls {
    private Calls() {}

    /**
     * Asks in the background.
     *
     * @param view is attached; the question ends when it goes
     * @param busy told when it begins and when it is over, whatever comes of it
     */
    public static <T> BackgroundTask ask(
            Component view,
            Consumer<Boolean> busy,
            Callable<Answer<T>> question,
            Consumer<T> got,
            Consumer<ClusterFailure> failed) {
        return run(view, busy, question, answer -> {
            switch (answer) {
                case Answer.Got<T>(T value) -> got.accept(value);
                case Answer.Failed<T>(ClusterFailure failure) -> failed.accept(failure);
            }
        });
    }

    /** The same for work that has no single answer. What nobody foresaw is an incident. */
    public static <T> BackgroundTask run(Component view, Consumer<Boolean> busy, Callable<T> work, Consumer<T> done) {
        busy.accept(true);
        return BackgroundTask.start(
                view,
                work,
                result -> {
                    busy.accept(false);
                    done.accept(result);
                },
                problem -> {
                    busy.accept(false);
                    throw unforeseen(problem);
                });
    }

    /** What to throw in a view about what nobody foresaw: as it is, so that a right that was lost is still told as such. */
    public static RuntimeException unforeseen(Exception problem) {
        return problem instanceof RuntimeException known ? known : new IllegalStateException(problem);
    }

    /** Work that goes on to its end, also when nobody waits for it any longer: a change is not left half done. */
    public static <T> Callable<T> toItsEnd(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(new DelegatingSecurityContextCallable<>(work));
        return () -> {
            Thread.ofVirtual().name("ui-change").start(task);
            try {
                return task.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        };
    }
}
