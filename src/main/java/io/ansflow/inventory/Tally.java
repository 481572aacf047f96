package io.ansflow.inventory;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what the sync of one kind does. Written by one thread at a time. */
final class Tally {
    long rows;
    long inserted;
    long updated;
    long deleted;
    final AtomicLong bytes = new AtomicLong();

    void count(RowWrite write) {
        switch (write) {
            case RowWrite.Insert _ -> inserted++;
            case RowWrite.Update _ -> updated++;
            case RowWrite.Delete _ -> deleted++;
        }
    }
}
