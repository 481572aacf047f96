package io.ansflow.security;

/** A stored secret that the master key does not open. */
public class UndecryptableSecret extends RuntimeException {
    UndecryptableSecret(String context) {
        super("The stored secret " + context + " does not open with the master key of this installation");
    }
}
