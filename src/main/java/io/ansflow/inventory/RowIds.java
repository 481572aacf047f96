package io.ansflow.inventory;

import java.util.concurrent.atomic.AtomicLong;

/** Hands out ids for new rows of one cluster, of which nobody else writes any meanwhile. */
final class RowIds {
    private final AtomicLong next;

    /** @param next from which on none is taken */
    RowIds(long next) {
        this.next = new AtomicLong(next);
    }

    long next() {
        return next.getAndIncrement();
    }

    /** The first of a whole {@linkplain Postings#BLOCK block} of ids, for rows that are written together. */
    long block() {
        return next.updateAndGet(id -> (Postings.block(id - 1) + 2) * Postings.BLOCK) - Postings.BLOCK;
    }
}
