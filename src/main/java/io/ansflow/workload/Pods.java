package io.ansflow.workload;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.object.LogEnd;
import io.ansflow.operation.Target;
import io.ansflow.security.RequiresViewer;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Pods as they are now, and their logs. */
public interface Pods {

    /** One pod. */
    @RequiresViewer
    Answer<PodSummary> find(Target pod);

    /** The pods that a workload's selector, or for a node its name, picks; by name. */
    @RequiresViewer
    Answer<Found> of(Target workload);

    /**
     * Reads the log of a container, line by line.
     *
     * @param lines takes each line, without escape sequences of terminals, on any thread, one at a time
     * @return why it ended
     * @throws java.util.concurrent.CancellationException when the thread is interrupted, which it stays: the way to stop
     *     following
     */
    @RequiresViewer
    Answer<LogEnd> log(Target pod, LogQuery query, Consumer<String> lines);

    /**
     * Pods.
     *
     * @param complete false if there are more than are shown
     */
    record Found(List<PodSummary> pods, boolean complete) {
        public Found {
            pods = List.copyOf(pods);
        }
    }

    /**
     * Which part of a log.
     *
     * @param previous of the container before its last restart
     * @param since only lines younger than this, or null
     * @param tailLines only so many from the end, or null
     */
    record LogQuery(
            String container,
            boolean previous,
            @Nullable Duration since,
            @Nullable Integer tailLines,
            boolean follow,
            boolean timestamps) {}
}
