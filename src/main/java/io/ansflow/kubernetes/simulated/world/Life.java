package io.ansflow.kubernetes.simulated.world;

import io.ansflow.kubernetes.object.DeleteRequest;
import io.ansflow.kubernetes.object.DeleteRequest.Propagation;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.kubernetes.object.WriteMode;
import io.ansflow.kubernetes.simulated.api.Kinds;
import io.ansflow.kubernetes.simulated.api.Writer;
import io.ansflow.kubernetes.simulated.control.ControlPlane;
import io.ansflow.kubernetes.simulated.control.Timeline;
import io.ansflow.kubernetes.simulated.control.Versions;
import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.ObjectKey;
import io.ansflow.kubernetes.simulated.store.Store;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What happens in a cluster because people and machines are what they are: releases, crashes, deleted pods, a node that goes
 * silent for a minute. What somebody changed through us is left alone.
 */
public final class Life {
    private static final String RELEASER = "argocd-application-controller";
    private static final Set<String> PLATFORM =
            Set.of("kube-system", "kube-public", "ingress-nginx", "cert-manager", "monitoring", "logging");

    private final Store store;
    private final Writer writer;
    private final ControlPlane plane;
    private final Timeline timeline;
    private final RandomGenerator random;
    private final Duration pace;

    /** @param pace how long it takes on average until something happens */
    public Life(
            Store store, Writer writer, ControlPlane plane, Timeline timeline, RandomGenerator random, Duration pace) {
        this.store = store;
        this.writer = writer;
        this.plane = plane;
        this.timeline = timeline;
        this.random = random;
        this.pace = pace;
    }

    public void begin() {
        next();
    }

    private void next() {
        Duration wait = Duration.ofMillis((long) (pace.toMillis() * (0.3 + 1.4 * random.nextDouble())));
        timeline.after(wait, () -> {
            happen();
            next();
        });
    }

    private void happen() {
        int chance = random.nextInt(100);
        if (chance < 30) {
            crash();
        } else if (chance < 55) {
            loseAPod();
        } else if (chance < 80) {
            release();
        } else if (chance < 97) {
            scale();
        } else {
            loseANode();
        }
    }

    private void crash() {
        pick(Kinds.POD.name(), pod -> pod.ready() && !pod.deleting() && ofAnApplication(pod))
                .ifPresent(pod -> plane.crash(
                        pod, random.nextInt(3) == 0 ? "OOMKilled" : "Error", random.nextInt(3) == 0 ? 137 : 1));
    }

    private void loseAPod() {
        pick(
                        Kinds.POD.name(),
                        pod -> pod.ready()
                                && !pod.deleting()
                                && ofAnApplication(pod)
                                && !pod.owners().isEmpty())
                .ifPresent(pod -> writer.delete(
                        pod, new DeleteRequest(null, null, Propagation.BACKGROUND, null, WriteMode.PERSIST)));
    }

    private void release() {
        pick(Kinds.DEPLOYMENT.name(), this::leftToChance).ifPresent(deployment -> {
            String before = image(deployment.tree());
            setImage(deployment.key(), Versions.next(before), "release");
            if (random.nextInt(5) == 0) {
                String bad = before + "-notfound";
                setImage(deployment.key(), bad, "release");
                timeline.after(Duration.ofMinutes(4), () -> rollBack(deployment, bad, before));
            }
        });
    }

    private void rollBack(Entry deployment, String bad, String good) {
        Entry now = store.find(deployment.key());
        if (now != null
                && now.uid().equals(deployment.uid())
                && image(now.tree()).equals(bad)) {
            setImage(deployment.key(), good, "rolled back");
        }
    }

    private void setImage(ObjectKey key, String image, String cause) {
        writer.change(key, RELEASER, changed -> {
            ((ObjectNode) container(changed)).put("image", image);
            Tree.child(changed, "metadata", "annotations")
                    .put("kubernetes.io/change-cause", cause + " " + image.substring(image.lastIndexOf(':') + 1));
        });
    }

    private static String image(JsonNode deployment) {
        return Tree.text(container(deployment), "image");
    }

    private static JsonNode container(JsonNode deployment) {
        return Tree.at(deployment, "spec", "template", "spec", "containers").get(0);
    }

    /** Up by one, and back after a while. */
    private void scale() {
        pick(Kinds.DEPLOYMENT.name(), entry -> leftToChance(entry) && !autoscaled(entry))
                .ifPresent(deployment -> {
                    int before = Tree.number(deployment.tree(), 1, "spec", "replicas");
                    setReplicas(deployment.key(), before + 1);
                    timeline.after(Duration.ofMinutes(6), () -> {
                        Entry now = store.find(deployment.key());
                        boolean untouched = now != null
                                && now.uid().equals(deployment.uid())
                                && Tree.number(now.tree(), 1, "spec", "replicas") == before + 1;
                        if (untouched) {
                            setReplicas(deployment.key(), before);
                        }
                    });
                });
    }

    private void setReplicas(ObjectKey key, int replicas) {
        writer.change(key, RELEASER, changed -> Tree.child(changed, "spec").put("replicas", replicas));
    }

    private void loseANode() {
        pick(Kinds.NODE.name(), node -> node.ready() && !node.key().name().contains("master"))
                .ifPresent(node -> {
                    plane.silence(node.key(), true);
                    timeline.after(
                            Duration.ofSeconds(random.nextLong(40, 100)), () -> plane.silence(node.key(), false));
                });
    }

    private boolean autoscaled(Entry deployment) {
        return store.find(Kinds.AUTOSCALER.key(
                        deployment.key().namespace(), deployment.key().name()))
                != null;
    }

    /** A healthy workload that is not part of the platform, and that nobody has touched through us. */
    private boolean leftToChance(Entry deployment) {
        ObjectNode tree = deployment.tree();
        boolean healthy =
                Tree.number(tree, 0, "status", "availableReplicas") >= Tree.number(tree, 1, "spec", "replicas");
        boolean touched = Tree.elements(Tree.at(tree, "metadata", "managedFields")).stream()
                .anyMatch(manager -> Tree.text(manager, "manager").equals(ObjectApi.FIELD_MANAGER));
        boolean paused = Tree.at(tree, "spec", "paused").asBoolean(false);
        return ofAnApplication(deployment) && healthy && !touched && !paused && !deployment.deleting();
    }

    private static boolean ofAnApplication(Entry entry) {
        return !PLATFORM.contains(entry.key().namespace());
    }

    private Optional<Entry> pick(String type, Predicate<Entry> wanted) {
        List<Entry> all = store.all(type).stream().filter(wanted).toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }
}
