package io.ansflow.workload;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.object.LogEnd;
import io.ansflow.operation.Target;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Pods, their logs and use without a cluster, for tests of what stands on them. */
public class FakePods implements Pods, ResourceUse {
    /** Ends the log that is read. */
    public static final String END = "\u0000end";

    /** What was asked of logs and use. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    /** Lines to come of the log that is read. */
    public final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    /** Logs that are read at the moment. */
    public final List<LogQuery> reading = new CopyOnWriteArrayList<>();

    private volatile Found found = new Found(List.of(), true);
    private volatile Answer<Optional<List<Use>>> use = Answer.of(Optional.empty());
    private volatile @Nullable ClusterFailure failure;

    public void clear() {
        asked.clear();
        lines.clear();
        found = new Found(List.of(), true);
        use = Answer.of(Optional.empty());
        failure = null;
    }

    public void pods(PodSummary... some) {
        found = new Found(List.of(some), true);
    }

    public void use(Answer<Optional<List<Use>>> answer) {
        use = answer;
    }

    public void failing(ClusterFailure why) {
        failure = why;
    }

    @Override
    public Answer<PodSummary> find(Target pod) {
        return answer(found.pods().getFirst());
    }

    @Override
    public Answer<Found> of(Target workload) {
        return answer(found);
    }

    @Override
    public Answer<LogEnd> log(Target pod, LogQuery query, Consumer<String> sink) {
        ClusterFailure why = failure;
        if (why != null) {
            return Answer.failed(why);
        }
        asked.add("log of " + pod.path() + " " + pod.uid() + " " + query);
        reading.add(query);
        try {
            for (String line = lines.take(); !line.equals(END); line = lines.take()) {
                sink.accept(line);
            }
            return Answer.of(LogEnd.COMPLETE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while reading a log");
        } finally {
            reading.remove(query);
        }
    }

    @Override
    public Answer<Optional<List<Use>>> nodes(ClusterId cluster) {
        return use;
    }

    @Override
    public Answer<Optional<List<Use>>> pods(ClusterId cluster, String namespace) {
        asked.add("use in " + namespace);
        return use;
    }

    @Override
    public Answer<Optional<List<Use>>> podsOn(Target node) {
        asked.add("use on " + node.name());
        return use;
    }

    private <T> Answer<T> answer(T value) {
        ClusterFailure why = failure;
        return why == null ? Answer.of(value) : Answer.failed(why);
    }
}
