package io.ansflow.cli;

import io.ansflow.cluster.Cluster;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.Diagnosis;
import io.ansflow.kubernetes.Diagnosis.Facts;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.Reachability;
import org.jspecify.annotations.Nullable;

/**
 * One cluster's line of {@code test-connection}; the components are its JSON, and scripts depend on them.
 *
 * @param simulated whether the cluster exists in memory only
 * @param code what failed, or the first of the reads that failed; null of a cluster that is connected
 * @param message the same in a sentence, in the language of the terminal
 * @param version null if it could not be read, as every number below
 * @param millis the whole check
 * @param bytes of response bodies
 */
record CheckReport(
        String cluster,
        boolean simulated,
        Reachability reachability,
        @Nullable FailureCode code,
        @Nullable String message,
        @Nullable String version,
        Nodes nodes,
        Pods pods,
        long millis,
        long bytes) {

    record Nodes(@Nullable Long total, @Nullable Long ready) {
        static Nodes of(@Nullable Facts facts) {
            return facts == null || facts.nodes() == null
                    ? new Nodes(null, null)
                    : new Nodes(facts.nodes().total(), facts.nodes().ready());
        }

        @Override
        public String toString() {
            return known(ready) + "/" + known(total);
        }
    }

    record Pods(@Nullable Long total, @Nullable Long running) {
        static Pods of(@Nullable Facts facts) {
            return facts == null ? new Pods(null, null) : new Pods(facts.podsTotal(), facts.podsRunning());
        }

        @Override
        public String toString() {
            return known(running) + "/" + known(total);
        }
    }

    static CheckReport of(String cluster, boolean simulated, Diagnosis diagnosis, Terminal terminal) {
        return switch (diagnosis) {
            case Diagnosis.Connected connected -> of(cluster, simulated, connected, connected.facts(), null, terminal);
            case Diagnosis.Limited limited ->
                of(
                        cluster,
                        simulated,
                        limited,
                        limited.facts(),
                        limited.limits().getFirst(),
                        terminal);
            case Diagnosis.Failed failed -> of(cluster, simulated, failed, null, failed.failure(), terminal);
        };
    }

    /** A check that could not be made, for a reason that is ours. */
    static CheckReport notChecked(Cluster cluster, String message) {
        return new CheckReport(
                cluster.name(),
                cluster.simulated(),
                Reachability.UNKNOWN,
                null,
                message,
                null,
                Nodes.of(null),
                Pods.of(null),
                0,
                0);
    }

    /** Whether the cluster answers, with or without limits. */
    boolean ok() {
        return reachability == Reachability.CONNECTED || reachability == Reachability.LIMITED;
    }

    /** What could not be read shows as a dash. */
    static String known(@Nullable Object value) {
        return value == null ? "–" : value.toString();
    }

    private static CheckReport of(
            String cluster,
            boolean simulated,
            Diagnosis diagnosis,
            @Nullable Facts facts,
            @Nullable ClusterFailure failure,
            Terminal terminal) {
        return new CheckReport(
                cluster,
                simulated,
                diagnosis.reachability(),
                failure == null ? null : failure.code(),
                failure == null ? null : terminal.text(failure.message()),
                facts == null ? null : facts.version(),
                Nodes.of(facts),
                Pods.of(facts),
                diagnosis.trace().took().toMillis(),
                diagnosis.trace().bytes());
    }
}
