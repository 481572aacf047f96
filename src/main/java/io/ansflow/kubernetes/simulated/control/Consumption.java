package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.api.Amounts;
import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.Store;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What pods consume: a part of what they request that rises and falls. With the annotation {@value #LOAD} on their
 * template, a workload has so much to do as so many pods of it can; the more pods it has, the less is left for each.
 */
public final class Consumption {
    public static final String LOAD = "simulation.ansflow.io/load";

    private static final Duration WAVE = Duration.ofMinutes(12);
    private static final Duration RIPPLE = Duration.ofSeconds(95);
    private static final BigDecimal NOTHING_REQUESTED_CPU = new BigDecimal("0.05");
    private static final BigDecimal NOTHING_REQUESTED_MEMORY = BigDecimal.valueOf(64L << 20);
    private static final int THOUSAND = 1000;

    private Consumption() {}

    /**
     * Of one container of a pod.
     *
     * @param milliCpu thousandths of a core
     * @param bytes of memory
     */
    public record Use(long milliCpu, long bytes) {}

    public static Use of(Store store, JsonNode pod, JsonNode container, Instant now) {
        JsonNode requests = Tree.at(container, "resources", "requests");
        double cpu = amount(requests.path("cpu"), NOTHING_REQUESTED_CPU);
        double memory = amount(requests.path("memory"), NOTHING_REQUESTED_MEMORY);
        String uid = Tree.text(pod, "metadata", "uid");
        double own = 0.9 + 0.2 * unit(uid);
        double filled = 0.45 + 0.35 * unit(uid + "m") + 0.04 * wave(uid, RIPPLE, now);
        return new Use(
                Math.max(1, Math.round(cpu * THOUSAND * busy(store, pod, now) * own)), Math.round(memory * filled));
    }

    /** How much of its request a pod needs at a time; more than 1 where there are too few of them. */
    static double busy(Store store, JsonNode pod, Instant now) {
        String workload = Tree.text(pod, "metadata", "namespace")
                + Tree.text(Tree.at(pod, "metadata", "ownerReferences").path(0), "uid");
        double busy = 0.42 + 0.22 * wave(workload, WAVE, now) + 0.06 * wave(workload, RIPPLE, now);
        String load = Tree.at(pod, "metadata", "annotations").path(LOAD).asString("");
        if (load.isEmpty()) {
            return busy;
        }
        String owner = Tree.text(Tree.at(pod, "metadata", "ownerReferences").path(0), "uid");
        long pods = store.owned(owner).stream().filter(Entry::ready).count();
        return busy * Double.parseDouble(load) / Math.max(1, pods);
    }

    private static double amount(JsonNode request, BigDecimal otherwise) {
        return (request.isMissingNode() ? otherwise : Amounts.value(request)).doubleValue();
    }

    /** Between -1 and 1. */
    private static double wave(String seed, Duration length, Instant now) {
        double turn = now.toEpochMilli() % length.toMillis() / (double) length.toMillis();
        return Math.sin(2 * Math.PI * (turn + unit(seed)));
    }

    /** Between 0 and 1, the same for the same text. */
    private static double unit(String text) {
        return Math.floorMod(text.hashCode() * 0x9E3779B9, THOUSAND) / (double) THOUSAND;
    }

    /** What a pod consumes of what it requests, in per cent, by resource. */
    static Map<String, Integer> percent(Store store, JsonNode pod, Instant now) {
        long cpu = 0;
        long memory = 0;
        for (JsonNode container : Tree.at(pod, "spec", "containers")) {
            Use use = of(store, pod, container, now);
            cpu += use.milliCpu();
            memory += use.bytes();
        }
        Map<String, BigDecimal> requests = Amounts.ofPod(pod, "requests");
        double requestedCpu = amount(requests.get("cpu"), NOTHING_REQUESTED_CPU) * THOUSAND;
        double requestedMemory = amount(requests.get("memory"), NOTHING_REQUESTED_MEMORY);
        return Map.of(
                "cpu", (int) Math.round(100 * cpu / requestedCpu),
                "memory", (int) Math.round(100 * memory / requestedMemory));
    }

    private static double amount(@org.jspecify.annotations.Nullable BigDecimal request, BigDecimal otherwise) {
        return (request == null ? otherwise : request).doubleValue();
    }
}
