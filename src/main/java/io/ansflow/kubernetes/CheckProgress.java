package io.ansflow.kubernetes;

/** Watches a connection being made. Called one at a time, on any thread; must not block. */
@FunctionalInterface
public interface CheckProgress {
    CheckProgress NONE = stage -> {};

    /** The check has begun this stage. */
    void entered(Stage stage);
}
