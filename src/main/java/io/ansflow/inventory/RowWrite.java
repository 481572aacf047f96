package io.ansflow.inventory;

/** What is to be done to one stored row. */
sealed interface RowWrite {
    RowKey key();

    long id();

    /**
     * A new row.
     *
     * @param indexed whether its postings are written already
     */
    record Insert(RowKey key, long id, StoredRow row, boolean indexed) implements RowWrite {}

    record Update(RowKey key, long id, StoredRow row) implements RowWrite {}

    record Delete(RowKey key, long id) implements RowWrite {}
}
