package io.ansflow.security;

import java.nio.file.Path;

/** The master key cannot be used, so the application does not start. */
public class MasterKeyProblem extends RuntimeException {
    /** What is wrong with it. */
    enum Kind {
        MISSING(
                "is missing, but the database holds credentials that were encrypted with it; restore it from your backup"),
        UNREADABLE("is not a Tink keyset in JSON; restore it from your backup"),
        FOREIGN("is not the key that this database was encrypted with; restore the right one");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }
    }

    MasterKeyProblem(Path file, Kind kind) {
        super("The master key " + file + " " + kind.sentence);
    }
}
