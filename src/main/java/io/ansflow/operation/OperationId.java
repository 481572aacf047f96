package io.ansflow.operation;

/**
 * Identifies an operation in this installation. Never reused; later ones have higher ids.
 *
 * @param value the database key, positive
 */
public record OperationId(long value) {
    public OperationId {
        if (value <= 0) {
            throw new IllegalArgumentException("An operation id is positive, not " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
