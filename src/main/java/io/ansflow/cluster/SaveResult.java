package io.ansflow.cluster;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.Diagnosis;

/** What came of saving a cluster, which tests it first. */
public sealed interface SaveResult {
    /** What the test found. */
    Diagnosis diagnosis();

    record Saved(ClusterId id, Diagnosis diagnosis) implements SaveResult {}

    /** Not saved: the cluster could not be reached, and nobody insisted. Nothing was changed. */
    record Unreachable(Diagnosis diagnosis) implements SaveResult {}
}
