package io.ansflow.workload;

import io.ansflow.base.Text;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.operation.OperationId;
import io.ansflow.operation.Target;
import io.ansflow.security.RequiresOperator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The same change to many objects, each of which has a result of its own. */
public interface BulkChanges {
    /** The most objects in one go. */
    int MAX_TARGETS = 500;

    /** What is done to all of them. */
    sealed interface Change {
        record Restart() implements Change {}

        record Scale(int replicas) implements Change {}

        record Delete(Deletion how) implements Change {}
    }

    /** What the change would be to one object, as it is now. */
    sealed interface Step {
        Target target();

        /**
         * It would be changed.
         *
         * @param target with the uid that it has now
         * @param seen the replicas that are wanted now, where it is about them; else -1
         * @param what in a few words: replicas 2 → 5
         */
        record Changes(Target target, int seen, Text what) implements Step {}

        /** It is as wanted, or the change makes no sense for its kind. */
        record Skipped(Target target, Text why) implements Step {}

        /** Its cluster would not let us. */
        record Refused(Target target, Text why) implements Step {}

        /** It could not be looked at. */
        record Failed(Target target, ClusterFailure failure) implements Step {}
    }

    /**
     * What came of one object.
     *
     * @param failure why it was not changed; empty if it was
     */
    record Result(Target target, Optional<ClusterFailure> failure) {}

    /** What the change would be, in the order of the targets; nothing is changed. */
    @RequiresOperator
    List<Step> preview(List<Target> targets, Change change);

    /**
     * Makes the changes of a preview, to several objects at a time. What fails for one does not keep it from the others; what
     * was changed since the preview is left alone.
     *
     * @param sink told of each object when it is done with, on any thread, one at a time
     * @return a result for each, in their order
     */
    @RequiresOperator
    List<Result> run(List<Step.Changes> steps, Change change, Consumer<Result> sink);

    /**
     * The same as a job, which goes on when the caller leaves or this process dies; without waiting for its end. {@link
     * io.ansflow.operation.Operations} has the results, {@link io.ansflow.operation.OperationChanged} the news.
     *
     * @param steps at least one
     */
    @RequiresOperator
    OperationId start(List<Step.Changes> steps, Change change);
}
