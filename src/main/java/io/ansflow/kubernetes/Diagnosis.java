package io.ansflow.kubernetes;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a connection check found out. The same for the form, the job, the command line and the API. */
public sealed interface Diagnosis {
    /** How the check went, stage by stage. */
    Trace trace();

    Reachability reachability();

    /** The cluster answers and everything could be read. */
    record Connected(Facts facts, Trace trace) implements Diagnosis {
        @Override
        public Reachability reachability() {
            return Reachability.CONNECTED;
        }
    }

    /** The cluster answers, but {@code limits}, never empty, could not be read; what they stand for is null in the facts. */
    record Limited(Facts facts, List<ClusterFailure> limits, Trace trace) implements Diagnosis {
        public Limited {
            limits = List.copyOf(limits);
        }

        @Override
        public Reachability reachability() {
            return Reachability.LIMITED;
        }
    }

    /** No usable answer. */
    record Failed(ClusterFailure failure, Trace trace) implements Diagnosis {
        @Override
        public Reachability reachability() {
            return failure.code().reachability();
        }
    }

    /**
     * What was read. A number that could not be read is null, never 0.
     *
     * @param version the server's git version
     * @param user who the cluster takes us for, or null where it does not say
     * @param roundTrip from request to answer of the smallest question, on the open connection
     */
    record Facts(
            String version,
            @Nullable String user,
            @Nullable Long namespaces,
            @Nullable NodeCount nodes,
            @Nullable Long podsTotal,
            @Nullable Long podsRunning,
            Duration roundTrip) {}

    /**
     * How a check went.
     *
     * @param steps the stages that were entered, in order; of a failed check, the last one is where it failed
     * @param took the whole check
     * @param bytes response bodies, as they came over the wire
     */
    record Trace(List<Step> steps, Duration took, long bytes) {
        public Trace {
            steps = List.copyOf(steps);
        }
    }

    /** One stage and how long it took. */
    record Step(Stage stage, Duration took) {}
}
