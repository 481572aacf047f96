package io.ansflow.namespace.ui;

import io.ansflow.cluster.Cluster;
import io.ansflow.kubernetes.ClusterFailure;
import java.util.Optional;

/**
 * What a cluster says about a draft before anything happens.
 *
 * @param refusal why it would not take it; empty if it would
 */
record Rehearsal(Cluster cluster, Optional<ClusterFailure> refusal) {}
