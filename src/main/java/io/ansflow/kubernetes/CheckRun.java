package io.ansflow.kubernetes;

import io.ansflow.kubernetes.Diagnosis.Connected;
import io.ansflow.kubernetes.Diagnosis.Facts;
import io.ansflow.kubernetes.Diagnosis.Failed;
import io.ansflow.kubernetes.Diagnosis.Limited;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One walk through the questions of a check. Once {@code /version} was answered the cluster is known to answer: what
 * fails after that limits the findings. Only a refused credential still fails the check as a whole.
 */
final class CheckRun {
    private static final String ANONYMOUS = "system:anonymous";

    /** After these the connection is gone, and the next question would only fail in the same way. */
    private static final Set<FailureCode> FATAL = Set.of(
            FailureCode.ADDRESS_NOT_ALLOWED,
            FailureCode.DNS_NOT_FOUND,
            FailureCode.CONNECTION_REFUSED,
            FailureCode.CONNECT_TIMEOUT,
            FailureCode.CONNECTION_FAILED,
            FailureCode.TLS_UNTRUSTED,
            FailureCode.TLS_HOSTNAME_MISMATCH,
            FailureCode.TLS_EXPIRED,
            FailureCode.TLS_FAILED,
            FailureCode.UNAUTHORIZED,
            FailureCode.CREDENTIAL_EXPIRED);

    private final ClusterApi api;
    private final CheckTrace trace;
    private final Set<ClusterFailure> failures = new LinkedHashSet<>();
    private @Nullable ClusterFailure fatal;

    CheckRun(ClusterApi api, CheckTrace trace) {
        this.api = api;
        this.trace = trace;
    }

    Diagnosis run() {
        long start = System.nanoTime();
        String version = ask(api::version);
        Duration first = CheckTrace.since(start);
        if (version == null) {
            return new Failed(failures.iterator().next(), trace.end(api.bytesReceived()));
        }
        trace.entered(Stage.VERSION);
        Facts facts = read(version, first);
        var end = trace.end(api.bytesReceived());
        if (fatal != null && fatal.code().reachability() == Reachability.UNAUTHORIZED) {
            return new Failed(fatal, end);
        }
        return failures.isEmpty() ? new Connected(facts, end) : new Limited(facts, List.copyOf(failures), end);
    }

    private Facts read(String version, Duration first) {
        long start = System.nanoTime();
        Duration roundTrip = ask(api::version) == null ? first : CheckTrace.since(start);
        String user = identity();
        Long namespaces = ask(Stage.NAMESPACES, api::namespaces);
        NodeCount nodes = ask(Stage.NODES, api::nodes);
        Long podsTotal = ask(Stage.PODS, api::podsTotal);
        Long podsRunning = podsTotal == null ? null : ask(Stage.PODS, api::podsRunning);
        return new Facts(version, user, namespaces, nodes, podsTotal, podsRunning, roundTrip);
    }

    /** A cluster that takes us for nobody in particular has not seen the credential. */
    private @Nullable String identity() {
        Optional<String> user = ask(Stage.IDENTITY, api::user);
        String name = user == null ? null : user.orElse(null);
        if (ANONYMOUS.equals(name)) {
            failed(ClusterFailure.because(FailureCode.UNAUTHORIZED, "anonymous"));
        }
        return name;
    }

    private <T> @Nullable T ask(Stage stage, Supplier<Answer<T>> question) {
        if (fatal != null) {
            return null;
        }
        trace.entered(stage);
        return ask(question);
    }

    private <T> @Nullable T ask(Supplier<Answer<T>> question) {
        return switch (question.get()) {
            case Answer.Got<T>(T value) -> value;
            case Answer.Failed<T>(ClusterFailure failure) -> {
                failed(failure);
                yield null;
            }
        };
    }

    private void failed(ClusterFailure failure) {
        failures.add(failure);
        if (fatal == null && endsTheCheck(failure)) {
            fatal = failure;
        }
    }

    private static boolean endsTheCheck(ClusterFailure failure) {
        return FATAL.contains(failure.code()) || ClusterFailure.DEADLINE.equals(failure.reason());
    }
}
