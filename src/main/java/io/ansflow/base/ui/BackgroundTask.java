package io.ansflow.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/**
 * Work that a view waits for without blocking: on a virtual thread, with the rights of the user who started it. Its
 * outcome comes back to the view; nothing comes back any more once it was cancelled. It is cancelled by itself when the
 * view goes.
 */
public final class BackgroundTask {
    private static final Logger log = LoggerFactory.getLogger(BackgroundTask.class);

    private final UI ui;
    private final Registration detach;
    private final Thread thread;
    /** Guarded by the session's lock, as all that happens in the view. */
    private boolean over;

    private <T> BackgroundTask(Component view, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        this.ui = view.getUI().orElseThrow();
        this.detach = view.addDetachListener(event -> cancel());
        this.thread = Thread.ofVirtual()
                .name("ui-task")
                .unstarted(new DelegatingSecurityContextRunnable(() -> run(work, done, failed)));
    }

    /**
     * Starts the work. Call it holding the session's lock, from a view that is attached.
     *
     * @param done takes the result, holding the session's lock
     * @param failed takes what the work threw, holding the session's lock
     */
    public static <T> BackgroundTask start(
            Component view, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        BackgroundTask task = new BackgroundTask(view, work, done, failed);
        task.thread.start();
        return task;
    }

    /** Interrupts the work, if it is still under way. */
    public void cancel() {
        if (!over) {
            finish();
            thread.interrupt();
        }
    }

    private <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        try {
            T result = work.call();
            inView(() -> done.accept(result));
        } catch (Exception e) {
            inView(() -> failed.accept(e));
        }
    }

    private void inView(Runnable outcome) {
        try {
            var _ = ui.access(() -> {
                if (!over) {
                    finish();
                    outcome.run();
                }
            });
        } catch (UIDetachedException e) {
            log.debug("The page is gone before its task ended");
        }
    }

    private void finish() {
        over = true;
        detach.remove();
    }
}
