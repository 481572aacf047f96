package io.ansflow.workload.ui;

import com.vaadin.flow.component.Component;
import io.ansflow.base.ui.BackgroundTask;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.object.LogEnd;
import io.ansflow.operation.Target;
import io.ansflow.operation.ui.Calls;
import io.ansflow.workload.Pods;
import io.ansflow.workload.Pods.LogQuery;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A log as it is being read. Lines come as fast as the cluster sends them and are kept in a bounded buffer; the page takes
 * them in portions, a few times a second, so that a flood of lines neither fills this process nor the wire to the browser.
 */
final class LogReading {
    private static final int LINES_A_LOOK = 1_000;
    private static final int CHARACTERS_A_LOOK = 128 * 1024;

    private final LogBuffer buffer = new LogBuffer();
    private final Consumer<LogBuffer.Part> portions;
    private final PageNudge nudge;
    private @Nullable BackgroundTask task;
    private long shown;
    private boolean paused;

    /**
     * Starts; ends with the view, or when it is stopped.
     *
     * @param portions takes lines, holding the page's lock
     * @param ended takes why no more lines come, holding the page's lock
     */
    LogReading(
            Component view,
            Pods pods,
            Target pod,
            LogQuery query,
            Consumer<LogBuffer.Part> portions,
            Consumer<Answer<LogEnd>> ended) {
        this.portions = portions;
        this.nudge = new PageNudge(view.getUI().orElseThrow(), this::look);
        this.task = Calls.run(
                view,
                busy -> {},
                () -> pods.log(pod, query, line -> {
                    buffer.add(line);
                    nudge.nudge();
                }),
                answer -> {
                    task = null;
                    ended.accept(answer);
                });
    }

    /** Whether lines may still come. */
    boolean reading() {
        return task != null;
    }

    /** No more is read, and what was read is not shown any more. */
    void stop() {
        paused = true;
        if (task != null) {
            task.cancel();
            task = null;
        }
    }

    /** Lets the page rest while reading goes on. */
    void pause(boolean now) {
        paused = now;
        nudge.nudge();
    }

    boolean paused() {
        return paused;
    }

    /** How many lines the page has not been given yet. */
    long waiting() {
        return buffer.end() - shown;
    }

    /** The lines that are kept. */
    String text() {
        return buffer.text();
    }

    private void look() {
        if (paused) {
            portions.accept(new LogBuffer.Part(0, List.of(), shown));
            return;
        }
        LogBuffer.Part part = buffer.from(shown, LINES_A_LOOK, CHARACTERS_A_LOOK);
        shown = part.next();
        portions.accept(part);
        if (waiting() > 0) {
            nudge.nudge();
        }
    }
}
