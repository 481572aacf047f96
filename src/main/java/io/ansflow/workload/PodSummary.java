package io.ansflow.workload;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pod as it is now.
 *
 * @param status one word, as kubectl prints it: {@code Running}, {@code CrashLoopBackOff}, {@code Terminating}
 * @param node empty while it has none
 * @param createdAt by the cluster's clock, or null
 * @param containers init containers first
 */
public record PodSummary(
        String namespace,
        String name,
        String uid,
        String status,
        String node,
        String ip,
        @Nullable Instant createdAt,
        List<Container> containers) {
    public PodSummary {
        containers = List.copyOf(containers);
    }

    /**
     * A container of a pod.
     *
     * @param role {@code init}, {@code app} or {@code debug}
     * @param state {@code Running}, or why it waits or ended; empty if not known yet
     * @param restarts since the pod was made
     */
    public record Container(String name, String image, Role role, boolean ready, String state, long restarts) {
        /** What it is for. */
        public enum Role {
            INIT,
            APP,
            DEBUG
        }
    }

    /** What the status means for whoever waits for the pod. */
    public enum Progress {
        /** It runs, or has done what it was made for. */
        ARRIVED,
        /** It comes or goes. */
        ON_ITS_WAY,
        /** Something keeps it from running. */
        STUCK
    }

    public Progress progress() {
        return switch (status) {
            case "Running", "Completed", "Succeeded" -> Progress.ARRIVED;
            case "Pending", "ContainerCreating", "PodInitializing", "Terminating" -> Progress.ON_ITS_WAY;
            default -> Progress.STUCK;
        };
    }

    /** Restarts of all containers. */
    public long restarts() {
        return containers.stream().mapToLong(Container::restarts).sum();
    }

    /** App containers that are ready. */
    public long ready() {
        return containers.stream()
                .filter(container -> container.role() == Container.Role.APP && container.ready())
                .count();
    }

    /** App containers. */
    public long total() {
        return containers.stream()
                .filter(container -> container.role() == Container.Role.APP)
                .count();
    }
}
