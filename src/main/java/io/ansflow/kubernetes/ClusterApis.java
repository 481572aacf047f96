package io.ansflow.kubernetes;

/** Opens connections to clusters. */
public interface ClusterApis {
    /**
     * Prepares a connection; nothing is sent before the first question. It serves for one check: once the deadline that
     * is configured for a check has passed, counted from here, it answers every question with
     * {@link FailureCode#RESPONSE_TIMEOUT}, reason {@link ClusterFailure#DEADLINE}.
     *
     * @param progress told of {@code ADDRESS} to {@code VERSION} as they are passed, again if the connection is made anew
     */
    ClusterApi open(ClusterAccess access, CheckProgress progress);
}
