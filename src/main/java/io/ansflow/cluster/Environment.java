package io.ansflow.cluster;

/** What the cluster is for; texts under {@code cluster.environment.<NAME>}. */
public enum Environment {
    DEVELOPMENT,
    TESTING,
    PRODUCTION
}
