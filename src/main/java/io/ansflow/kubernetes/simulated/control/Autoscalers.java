package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.api.Amounts;
import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.ObjectKey;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Measures every 15 seconds, scales up at once, and down only after a while. */
final class Autoscalers implements Controller {
    private static final String COMPONENT = "horizontal-pod-autoscaler";
    private static final Duration PERIOD = Duration.ofSeconds(30);
    private static final Duration STABILIZATION = Duration.ofMinutes(2);
    private static final double TOLERANCE = 0.1;

    private final Plane plane;
    private final ScaleTargets targets;
    private final boolean metrics;
    private final Set<String> watched = new HashSet<>();
    private final Map<String, Instant> lower = new HashMap<>();

    /** @param metrics whether there is anything to measure with */
    Autoscalers(Plane plane, boolean metrics) {
        this.plane = plane;
        this.targets = new ScaleTargets(plane.store());
        this.metrics = metrics;
    }

    @Override
    public void reconcile(Entry entry) {
        if (watched.add(entry.uid())) {
            plane.timeline().after(Duration.ofSeconds(1), () -> measure(entry.key(), entry.uid()));
        }
    }

    private void measure(ObjectKey key, String uid) {
        Entry entry = plane.store().find(key);
        if (entry == null || !entry.uid().equals(uid)) {
            watched.remove(uid);
            return;
        }
        measure(entry.tree(), key);
        plane.timeline().after(PERIOD, () -> measure(key, uid));
    }

    private void measure(ObjectNode autoscaler, ObjectKey key) {
        Optional<ObjectKey> target = ScaleTargets.of(autoscaler);
        Optional<ObjectNode> found = target.flatMap(plane.store()::read);
        if (found.isEmpty()) {
            String name = Tree.text(autoscaler, "spec", "scaleTargetRef", "name");
            fail(
                    autoscaler,
                    key,
                    "AbleToScale",
                    "FailedGetScale",
                    "the HPA controller was unable to get the target's" + " current scale: deployments/scale.apps \""
                            + name + "\" not found");
            return;
        }
        List<JsonNode> pods = targets.pods(found.get());
        if (!metrics || pods.isEmpty()) {
            fail(
                    autoscaler,
                    key,
                    "ScalingActive",
                    "FailedGetResourceMetric",
                    "the HPA was unable to compute the replica count: failed to get cpu utilization: unable to get metrics"
                            + " for resource cpu: no metrics returned from resource metrics API");
            return;
        }
        scale(autoscaler, key, target.get(), found.get(), pods);
    }

    private void scale(ObjectNode autoscaler, ObjectKey key, ObjectKey target, ObjectNode scaled, List<JsonNode> pods) {
        int current = Tree.number(scaled, 1, "spec", "replicas");
        ArrayNode measured = Tree.array();
        int proposal = 0;
        for (JsonNode metric : Tree.at(autoscaler, "spec", "metrics")) {
            String resource = Tree.text(metric, "resource", "name");
            int aim = Tree.number(metric, 0, "resource", "target", "averageUtilization");
            if (aim > 0 && (resource.equals("cpu") || resource.equals("memory"))) {
                int percent = average(pods, resource);
                measured.add(measured(resource, percent, pods));
                double ratio = percent / (double) aim;
                boolean close = Math.abs(ratio - 1) <= TOLERANCE;
                proposal = Math.max(proposal, close ? current : (int) Math.ceil(pods.size() * ratio));
            }
        }
        int wanted = stabilized(key, current, bounded(autoscaler, proposal == 0 ? current : proposal));
        boolean paused = current == 0;
        if (wanted != current && !paused) {
            rescale(autoscaler, target, current, wanted);
        }
        writeStatus(key, measured, current, paused ? 0 : wanted, wanted != current);
    }

    private static int bounded(ObjectNode autoscaler, int replicas) {
        int min = Tree.number(autoscaler, 1, "spec", "minReplicas");
        return Math.clamp(replicas, min, Math.max(min, Tree.number(autoscaler, 1, "spec", "maxReplicas")));
    }

    private int stabilized(ObjectKey key, int current, int wanted) {
        if (wanted >= current) {
            lower.remove(key.toString());
            return wanted;
        }
        Instant since = lower.computeIfAbsent(key.toString(), any -> plane.now());
        if (since.plus(STABILIZATION).isAfter(plane.now())) {
            return current;
        }
        lower.remove(key.toString());
        return wanted;
    }

    private void rescale(ObjectNode autoscaler, ObjectKey target, int current, int wanted) {
        plane.writer()
                .change(
                        target,
                        Plane.MANAGER,
                        changed -> Tree.child(changed, "spec").put("replicas", wanted));
        String reason = wanted > current
                ? "cpu resource utilization (percentage of request) above target"
                : "All metrics below target";
        plane.events()
                .normal(autoscaler, COMPONENT, "SuccessfulRescale", "New size: " + wanted + "; reason: " + reason);
    }

    private int average(List<JsonNode> pods, String resource) {
        return (int) Math.round(pods.stream()
                .mapToInt(pod ->
                        Consumption.percent(plane.store(), pod, plane.now()).get(resource))
                .average()
                .orElse(0));
    }

    private ObjectNode measured(String resource, int percent, List<JsonNode> pods) {
        ObjectNode metric = Tree.object().put("type", "Resource");
        var requested = Amounts.ofPod(pods.getFirst(), "requests").get(resource);
        ObjectNode value = metric.putObject("resource")
                .put("name", resource)
                .putObject("current")
                .put("averageUtilization", percent);
        if (requested != null) {
            value.put(
                    "averageValue",
                    Amounts.text(
                            resource,
                            requested
                                    .multiply(java.math.BigDecimal.valueOf(percent))
                                    .movePointLeft(2)
                                    .setScale(resource.equals("cpu") ? 3 : 0, java.math.RoundingMode.UP)));
        }
        return metric;
    }

    private void writeStatus(ObjectKey key, ArrayNode measured, int current, int wanted, boolean scaled) {
        plane.writer().status(key, Plane.MANAGER, autoscaler -> {
            ObjectNode status = Tree.child(autoscaler, "status");
            status.put("currentReplicas", current).put("desiredReplicas", wanted);
            status.set("currentMetrics", measured);
            if (scaled) {
                status.put("lastScaleTime", Tree.stamp(plane.now()));
            }
            Tree.setCondition(
                    autoscaler,
                    "AbleToScale",
                    true,
                    scaled ? "SucceededRescale" : "ReadyForNewScale",
                    "recommended size matches current size",
                    plane.now());
            Tree.setCondition(
                    autoscaler,
                    "ScalingActive",
                    current > 0,
                    current > 0 ? "ValidMetricFound" : "ScalingDisabled",
                    "the HPA was able to successfully calculate a replica count from cpu resource utilization"
                            + " (percentage of request)",
                    plane.now());
        });
    }

    private void fail(ObjectNode autoscaler, ObjectKey key, String condition, String reason, String message) {
        plane.writer().status(key, Plane.MANAGER, changed -> {
            ObjectNode status = Tree.child(changed, "status");
            status.remove("currentMetrics");
            status.put("desiredReplicas", 0);
            Tree.setCondition(changed, condition, false, reason, message, plane.now());
        });
        plane.events().warning(autoscaler, COMPONENT, reason, message);
    }
}
