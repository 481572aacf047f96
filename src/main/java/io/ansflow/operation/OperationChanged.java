package io.ansflow.operation;

/**
 * An operation was asked for or moved on; in this process or, noticed a little later, in another. Published as an
 * application event, on any thread, after the change was committed.
 */
public record OperationChanged(OperationId id) {}
