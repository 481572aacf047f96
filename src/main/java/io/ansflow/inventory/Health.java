package io.ansflow.inventory;

import java.util.Arrays;

/** What the status of a resource means, the worst first. */
public enum Health {
    /** Does not do its work, and will not without help. */
    FAILED(0),
    /** Does its work, but somebody should look. */
    WARNING(1),
    /** On its way to where it should be. */
    PROGRESSING(2),
    /** Its status says nothing that we understand. */
    UNKNOWN(3),
    /** As it should be, or without anything that could be wrong. */
    HEALTHY(4);

    private final int rank;

    Health(int rank) {
        this.rank = rank;
    }

    /** As it is stored: the worst is 0. */
    int rank() {
        return rank;
    }

    static Health ofRank(int rank) {
        return Arrays.stream(values())
                .filter(health -> health.rank == rank)
                .findFirst()
                .orElse(UNKNOWN);
    }
}
