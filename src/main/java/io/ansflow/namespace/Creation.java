package io.ansflow.namespace;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.ClusterFailure;

/** What came of creating a namespace in one cluster. */
public sealed interface Creation {
    ClusterId cluster();

    /** Everything was created. */
    record Created(ClusterId cluster, String uid) implements Creation {}

    /** Nothing was created, or the cluster did not answer in time to say so. */
    record Refused(ClusterId cluster, ClusterFailure failure) implements Creation {}

    /**
     * The namespace was created, but not all that was wanted in it; resuming makes up for it.
     *
     * @param uid of the namespace, by which it is known again
     */
    record Incomplete(ClusterId cluster, String uid, ClusterFailure failure) implements Creation {}
}
