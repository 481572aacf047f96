package io.ansflow.operation;

/** How far an operation is with one of its objects; texts under {@code operation.state.<NAME>}. */
public enum ItemState {
    RUNNING,
    WAITING,
    /** Somebody stopped the operation before it came to this. */
    STOPPED,
    FAILED,
    DONE;

    /** Whether there is something left to do without anybody asking for it. */
    public boolean open() {
        return this == RUNNING || this == WAITING;
    }

    /** Whether it is done when somebody wants it tried again. */
    public boolean retryable() {
        return this == FAILED || this == STOPPED;
    }
}
