package io.ansflow.kubernetes.simulated;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.ClusterApi;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.NodeCount;
import io.ansflow.kubernetes.Stage;
import io.ansflow.kubernetes.simulated.api.Kind;
import io.ansflow.kubernetes.simulated.api.Kinds;
import io.ansflow.kubernetes.simulated.store.Entry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The questions of a check, put to a simulated cluster. */
final class SimulatedClusterApi implements ClusterApi {
    /** About what the answers to such questions take. */
    private static final int BYTES = 450;

    private final Connection connection;
    private final CheckProgress progress;
    private final long end;
    private long bytes;

    SimulatedClusterApi(Connection connection, CheckProgress progress, Duration deadline) {
        this.connection = connection;
        this.progress = progress;
        this.end = System.nanoTime() + deadline.toNanos();
    }

    @Override
    public Answer<String> version() {
        String label = "GET /version";
        return bounded(
                label,
                () -> connection.ask(progress, label, (inside, caller) -> {
                    progress.entered(Stage.VERSION);
                    return inside.version();
                }));
    }

    @Override
    public Answer<Optional<String>> user() {
        return bounded(
                "POST /apis/authentication.k8s.io/v1/selfsubjectreviews",
                () -> connection.ask("selfsubjectreviews", (inside, caller) -> Optional.of(caller.user())));
    }

    @Override
    public Answer<Long> namespaces() {
        return count(Kinds.NAMESPACE, entry -> true);
    }

    @Override
    public Answer<NodeCount> nodes() {
        return count(Kinds.NODE, entry -> true)
                .then(total -> count(Kinds.NODE, Entry::ready).then(ready -> Answer.of(new NodeCount(total, ready))));
    }

    @Override
    public Answer<Long> podsTotal() {
        return count(Kinds.POD, entry -> true);
    }

    @Override
    public Answer<Long> podsRunning() {
        return count(Kinds.POD, entry -> entry.phase().equals("Running"));
    }

    @Override
    public long bytesReceived() {
        return bytes;
    }

    @Override
    public void close() {
        // There is nothing to close.
    }

    private Answer<Long> count(Kind kind, Predicate<Entry> wanted) {
        return bounded(
                "GET /api/v1/" + kind.type().plural(),
                () -> connection.ask(kind.name(), (inside, caller) -> {
                    connection.refuse("list", kind.name());
                    inside.api().authorize(caller, "list", kind.type(), "", "", "");
                    return inside.store().all(kind.name()).stream()
                            .filter(wanted)
                            .count();
                }));
    }

    private <T> Answer<T> bounded(String label, Supplier<Answer<T>> question) {
        if (System.nanoTime() - end >= 0) {
            return Answer.failed(ClusterFailure.because(FailureCode.RESPONSE_TIMEOUT, ClusterFailure.DEADLINE, label));
        }
        bytes += BYTES;
        return question.get();
    }
}
