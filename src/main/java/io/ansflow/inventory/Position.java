package io.ansflow.inventory;

/**
 * From where on resources are wanted. A resource that was read before serves as a mark, also when it is gone by now:
 * what it costs does not depend on how many come before it.
 */
public sealed interface Position {
    /** The first ones. */
    record First() implements Position {}

    /** The last ones. */
    record Last() implements Position {}

    /** Those that follow. */
    record After(Resource mark) implements Position {}

    /** Those that come before, the nearest of them. */
    record Before(Resource mark) implements Position {}
}
