package io.ansflow.kubernetes;

/** Watches a connection being made. Called on the checking thread; must not block. */
@FunctionalInterface
public interface CheckProgress {
    CheckProgress NONE = stage -> {};

    /** The check has begun this stage. */
    void entered(Stage stage);
}
