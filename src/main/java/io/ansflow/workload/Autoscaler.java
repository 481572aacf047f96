package io.ansflow.workload;

import org.jspecify.annotations.Nullable;

/**
 * How a workload scales by itself (HorizontalPodAutoscaler).
 *
 * @param name of the autoscaler; of a new one, that of the workload
 * @param min replicas, 1 or more
 * @param max replicas, {@code min} or more
 * @param cpuPercent average use of what the containers request to aim at, or null
 * @param memoryPercent likewise; needs {@code autoscaling/v2} or {@code v2beta2}
 * @param current replicas that it counts now; null for a new one
 * @param otherMetrics how many more metrics it has, which are left as they are
 */
public record Autoscaler(
        String name,
        int min,
        int max,
        @Nullable Integer cpuPercent,
        @Nullable Integer memoryPercent,
        @Nullable Integer current,
        int otherMetrics) {}
