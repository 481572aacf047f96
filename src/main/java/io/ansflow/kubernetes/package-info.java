/**
 * The port to one Kubernetes cluster: what can be asked of it ({@link io.ansflow.kubernetes.ClusterApi}), how it is
 * reached ({@link io.ansflow.kubernetes.ClusterAccess}) and every way it can fail
 * ({@link io.ansflow.kubernetes.ClusterFailure}).
 */
@NullMarked
package io.ansflow.kubernetes;

import org.jspecify.annotations.NullMarked;
