package io.ansflow.operation;

import io.ansflow.security.RequiresOperator;
import io.ansflow.security.RequiresViewer;
import java.util.List;
import java.util.Optional;

/** The long work that people asked for, under way and ended. Features {@linkplain LongWork start} it. */
public interface Operations {

    /**
     * The newest first.
     *
     * @param before only those older than the one with this id; {@code Long.MAX_VALUE} for the newest
     * @param limit how many at most
     */
    @RequiresViewer
    List<Operation> recent(long before, int limit);

    @RequiresViewer
    Optional<Operation> find(OperationId id);

    /** Its objects, in the order in which they were asked for; none if there is no such operation. */
    @RequiresViewer
    List<OperationItem> items(OperationId id);

    /** Lets it end what it has begun, and begin nothing more. */
    @RequiresOperator
    void stop(OperationId id);

    /** Tries again, in the caller's name, what failed and what was stopped. */
    @RequiresOperator
    void retry(OperationId id);
}
