package io.ansflow.kubernetes;

/** Opens connections to clusters. */
public interface ClusterApis {
    /**
     * Prepares a connection; nothing is sent before the first question.
     *
     * @param progress told of the stages of the connection as they are passed, on the calling thread
     */
    ClusterApi open(ClusterAccess access, CheckProgress progress);
}
