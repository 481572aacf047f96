package io.ansflow.kubernetes.object;

import io.ansflow.kubernetes.ClusterAccess;

/** Opens connections to the objects of clusters. */
public interface ObjectApis {
    /** Prepares a connection; nothing is sent before the first question. */
    ObjectApi open(ClusterAccess access);
}
