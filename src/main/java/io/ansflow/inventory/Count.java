package io.ansflow.inventory;

/**
 * How many resources there are.
 *
 * @param value exact, or where counting ended
 * @param exact false if there are more than {@code value}
 */
public record Count(long value, boolean exact) {}
