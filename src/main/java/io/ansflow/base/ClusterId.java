package io.ansflow.base;

/**
 * Identifies a registered cluster in this installation. Never reused, and never a name: names can change.
 *
 * @param value the database key, positive
 */
public record ClusterId(long value) {
    public ClusterId {
        if (value <= 0) {
            throw new IllegalArgumentException("A cluster id is positive, not " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
