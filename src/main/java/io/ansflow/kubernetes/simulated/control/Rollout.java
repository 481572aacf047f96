package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.api.Kinds;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One step of a rollout: up with the new pods as far as the surge lets them, down with the old ones as far as enough are
 * available.
 *
 * @see <a href="https://github.com/kubernetes/kubernetes/blob/v1.33.0/pkg/controller/deployment/rolling.go">rolling.go</a>
 */
final class Rollout {
    private static final String COMPONENT = "deployment-controller";
    private static final int HUNDRED = 100;

    private final Plane plane;
    private final ObjectNode deployment;
    private final List<ObjectNode> sets;
    private final Optional<ObjectNode> newest;
    private final int wanted;

    Rollout(Plane plane, ObjectNode deployment, List<ObjectNode> sets) {
        this.plane = plane;
        this.deployment = deployment;
        this.sets = sets;
        this.wanted = Tree.number(deployment, 1, "spec", "replicas");
        JsonNode template = Tree.at(deployment, "spec", "template");
        this.newest = sets.stream()
                .filter(set -> withoutHash(Tree.at(set, "spec", "template")).equals(withoutHash(template)))
                .max(Comparator.comparingInt(Deployments::revision));
    }

    List<ObjectNode> sets() {
        return sets;
    }

    /** The replica set of the deployment's template. */
    Optional<ObjectNode> newest() {
        return newest;
    }

    List<ObjectNode> old() {
        return sets.stream()
                .filter(set -> newest.isEmpty() || !set.equals(newest.get()))
                .toList();
    }

    /** How many pods a new replica set may begin with. */
    int room() {
        int total = sets.stream().mapToInt(Rollout::replicas).sum();
        if (recreate()) {
            return total == 0 ? wanted : 0;
        }
        return Math.clamp(wanted + surge(deployment) - (long) total, 0, wanted);
    }

    void step() {
        if (newest.isEmpty()) {
            return;
        }
        if (recreate()) {
            stepByRecreation();
            return;
        }
        int now = replicas(newest.get());
        int others = old().stream().mapToInt(Rollout::replicas).sum();
        if (now > wanted) {
            scale(newest.get(), wanted);
        } else if (now < wanted) {
            scale(newest.get(), Math.min(wanted, now + Math.max(0, wanted + surge(deployment) - now - others)));
        }
        removeOld();
    }

    private void stepByRecreation() {
        boolean gone = old().stream().allMatch(set -> replicas(set) == 0 && status(set, "replicas") == 0);
        old().forEach(set -> scale(set, 0));
        if (gone) {
            scale(newest.orElseThrow(), wanted);
        }
    }

    private void removeOld() {
        int others = old().stream().mapToInt(Rollout::replicas).sum();
        if (others == 0) {
            return;
        }
        int least = wanted - unavailable(deployment, wanted);
        ObjectNode fresh = newest.orElseThrow();
        int now = Math.min(wanted, Math.max(replicas(fresh), status(fresh, "replicas")));
        int total = others + now;
        int removable = total - least - (now - status(fresh, "availableReplicas"));
        for (ObjectNode set : old()) {
            int broken = replicas(set) - status(set, "availableReplicas");
            int down = Math.clamp(broken, 0, Math.max(0, removable));
            if (down > 0) {
                scale(set, replicas(set) - down);
                removable -= down;
            }
        }
        int available =
                sets.stream().mapToInt(set -> status(set, "availableReplicas")).sum();
        int spare = Math.min(available - least, removable);
        for (ObjectNode set : old()) {
            int left = current(set);
            int down = Math.clamp(spare, 0, left);
            if (down > 0) {
                scale(set, left - down);
                spare -= down;
            }
        }
    }

    /** A paused deployment can still be scaled: its largest replica set is. */
    void scalePaused() {
        int total = sets.stream().mapToInt(Rollout::replicas).sum();
        sets.stream()
                .max(Comparator.comparingInt(Rollout::replicas).thenComparingInt(Deployments::revision))
                .filter(set -> total != wanted)
                .ifPresent(set -> scale(set, Math.max(0, replicas(set) + wanted - total)));
    }

    private void scale(ObjectNode set, int replicas) {
        int before = current(set);
        if (before == replicas) {
            return;
        }
        plane.writer().change(Kinds.REPLICA_SET.key(set), Plane.MANAGER, changed -> {
            Tree.child(changed, "spec").put("replicas", replicas);
            Tree.child(changed, "metadata", "annotations")
                    .put("deployment.kubernetes.io/desired-replicas", String.valueOf(wanted));
        });
        String word = before < replicas ? "Scaled up" : "Scaled down";
        plane.events()
                .normal(
                        deployment,
                        COMPONENT,
                        "ScalingReplicaSet",
                        word + " replica set " + Tree.text(set, "metadata", "name") + " from " + before + " to "
                                + replicas);
    }

    private int current(ObjectNode set) {
        return plane.store()
                .read(Kinds.REPLICA_SET.key(set))
                .map(Rollout::replicas)
                .orElse(0);
    }

    private boolean recreate() {
        return Tree.text(deployment, "spec", "strategy", "type").equals("Recreate");
    }

    private static int replicas(JsonNode set) {
        return Tree.number(set, 0, "spec", "replicas");
    }

    private static int status(JsonNode set, String field) {
        return Tree.number(set, 0, "status", field);
    }

    static int surge(JsonNode deployment) {
        int replicas = Tree.number(deployment, 1, "spec", "replicas");
        return share(Tree.at(deployment, "spec", "strategy", "rollingUpdate", "maxSurge"), replicas, RoundingMode.UP);
    }

    static int unavailable(JsonNode deployment, int replicas) {
        int share = share(
                Tree.at(deployment, "spec", "strategy", "rollingUpdate", "maxUnavailable"),
                replicas,
                RoundingMode.DOWN);
        return share == 0 && surge(deployment) == 0 ? 1 : share;
    }

    /** A number, or so many per cent of all. */
    static int share(JsonNode amount, int all, RoundingMode rounding) {
        if (amount.isIntegralNumber()) {
            return amount.intValue();
        }
        String text = amount.asString("").replace("%", "");
        return text.isEmpty()
                ? 0
                : new BigDecimal(text)
                        .multiply(BigDecimal.valueOf(all))
                        .divide(BigDecimal.valueOf(HUNDRED), 0, rounding)
                        .intValue();
    }

    private static JsonNode withoutHash(JsonNode template) {
        ObjectNode copy = (ObjectNode) template.deepCopy();
        Tree.child(copy, "metadata", "labels").remove(Deployments.HASH);
        return copy;
    }
}
