package io.ansflow.kubernetes;

import io.ansflow.kubernetes.Diagnosis.Step;
import io.ansflow.kubernetes.Diagnosis.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures the stages of one check. They only go forward: a connection that is made anew does not count again. */
final class CheckTrace implements CheckProgress {
    private final CheckProgress progress;
    private final List<Step> steps = new ArrayList<>();
    private final long start = System.nanoTime();
    private @Nullable Stage current;
    private long entered;

    CheckTrace(CheckProgress progress) {
        this.progress = progress;
    }

    @Override
    public synchronized void entered(Stage stage) {
        if (current != null && stage.compareTo(current) <= 0) {
            return;
        }
        leave();
        current = stage;
        entered = System.nanoTime();
        progress.entered(stage);
    }

    /** What was measured, the stage it stands at included. */
    synchronized Trace end(long bytes) {
        leave();
        return new Trace(steps, since(start), bytes);
    }

    private void leave() {
        if (current != null) {
            steps.add(new Step(current, since(entered)));
        }
    }

    static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
