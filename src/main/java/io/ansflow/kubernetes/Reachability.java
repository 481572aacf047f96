package io.ansflow.kubernetes;

/** Whether a cluster can be reached and read; says nothing about the age of what is known of it. */
public enum Reachability {
    /** Answers, and lets us read all that a check reads. */
    CONNECTED,
    /** Answers, but some reads failed; the failures say which. */
    LIMITED,
    /** No usable answer. */
    UNREACHABLE,
    /** Answers, and refuses the credential. */
    UNAUTHORIZED,
    /** Never tried, or could not be tried. */
    UNKNOWN
}
