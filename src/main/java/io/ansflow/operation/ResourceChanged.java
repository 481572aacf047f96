package io.ansflow.operation;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.object.KubeObject;
import org.jspecify.annotations.Nullable;

/**
 * Something was changed in a cluster by us, and the cluster said so. Published as an application event, on the thread that
 * made the change, after it was made.
 *
 * @param kind in the plural, as kubectl names it: {@code deployments}
 * @param namespace empty for kinds without namespaces
 * @param object as it is now, without the values of a Secret; null if it is gone, or if the cluster did not show it
 * @param gone whether it does not exist any longer
 */
public record ResourceChanged(
        ClusterId cluster,
        String kind,
        String namespace,
        String name,
        @Nullable KubeObject object,
        boolean gone) {}
