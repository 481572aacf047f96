package io.ansflow.inventory;

import io.ansflow.base.ClusterId;
import java.util.concurrent.atomic.AtomicLong;

/** Hands out ids for new rows of one cluster, of which nobody else writes any meanwhile. */
final class RowIds {
    /** Ids of a cluster's rows begin with the cluster's. */
    private static final int BITS = 40;

    private final AtomicLong next;

    /** @param next from which on none is taken */
    RowIds(long next) {
        this.next = new AtomicLong(next);
    }

    /** The smallest that a row of the cluster may have. */
    static long first(ClusterId cluster) {
        return cluster.value() << BITS;
    }

    /** One more than the highest that a row of the cluster may have. */
    static long end(ClusterId cluster) {
        return (cluster.value() + 1) << BITS;
    }

    long next() {
        return next.getAndIncrement();
    }

    /** The first of a whole {@linkplain Postings#BLOCK block} of ids, for rows that are written together. */
    long block() {
        return next.updateAndGet(id -> (Postings.block(id - 1) + 2) * Postings.BLOCK) - Postings.BLOCK;
    }
}
