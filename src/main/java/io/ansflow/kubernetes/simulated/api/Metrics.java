package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.object.ResourceType;
import java.util.stream.Stream;

/** The types of {@code metrics.k8s.io}, whose objects are measured when they are asked for. */
public final class Metrics {
    public static final ResourceType NODES =
            new ResourceType("metrics.k8s.io", "v1beta1", "nodes", "NodeMetrics", false);
    public static final ResourceType PODS = new ResourceType("metrics.k8s.io", "v1beta1", "pods", "PodMetrics", true);

    private Metrics() {}

    static Stream<ResourceType> types(boolean served) {
        return served ? Stream.of(NODES, PODS) : Stream.empty();
    }
}
