package io.ansflow.operation;

import io.ansflow.base.Text;
import io.ansflow.kubernetes.ClusterFailure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A kind of long work. One bean for each, in the feature that does it. */
public interface OperationKind {
    /** Persisted, so it stays as it is: {@code namespace.create}. */
    String id();

    /**
     * Does one step, in the name of the person who asked for it, several at a time. It is done at least once: where a
     * process died meanwhile, or the cluster's answer was lost, nobody knows whether it happened.
     *
     * @param request what {@link LongWork#start} was given
     */
    Outcome perform(String request, Attempt attempt);

    /**
     * What is to be done to one object.
     *
     * @param what in a few words, for those who look on
     * @param input what the kind needs to know besides, in a form of its own; never a secret
     */
    record Step(Target target, Text what, String input) {}

    /**
     * One try of a step.
     *
     * @param requestedAt when the operation was first asked for; the same in every try
     * @param interrupted whether an earlier try was begun and not seen to end
     * @param failure how the last try ended, or null
     * @param memo what the last try left
     */
    record Attempt(
            Step step,
            Instant requestedAt,
            boolean interrupted,
            @Nullable ClusterFailure failure,
            String memo) {

        /** Whether an earlier try may have been a success that nobody heard of. */
        public boolean mayHaveHappened() {
            return interrupted || (failure != null && failure.mayHaveHappened());
        }
    }

    /** How a try ended. */
    sealed interface Outcome {
        /** What a later try needs to know; never a secret. */
        String memo();

        record Done(String memo) implements Outcome {}

        record Failed(ClusterFailure failure, String memo) implements Outcome {}

        static Outcome done() {
            return new Done("");
        }

        static Outcome failed(ClusterFailure failure) {
            return new Failed(failure, "");
        }
    }
}
