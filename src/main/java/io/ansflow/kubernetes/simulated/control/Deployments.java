package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.api.Ids;
import io.ansflow.kubernetes.simulated.api.Kinds;
import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Leads a deployment from one template to the next, through its replica sets. */
final class Deployments implements Controller {
    static final String REVISION = "deployment.kubernetes.io/revision";
    static final String HASH = "pod-template-hash";
    private static final String COMPONENT = "deployment-controller";
    private static final String CAUSE = "kubernetes.io/change-cause";
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private final Plane plane;

    Deployments(Plane plane) {
        this.plane = plane;
    }

    @Override
    public void reconcile(Entry entry) {
        if (entry.deleting()) {
            return;
        }
        ObjectNode deployment = entry.tree();
        Rollout rollout = new Rollout(plane, deployment, sets(plane, entry.uid()));
        boolean paused = Tree.at(deployment, "spec", "paused").asBoolean(false);
        if (rollout.newest().isEmpty() && !paused) {
            create(entry, deployment, rollout);
            rollout = new Rollout(plane, deployment, sets(plane, entry.uid()));
        }
        if (paused) {
            rollout.scalePaused();
        } else {
            rollout.newest().ifPresent(set -> promote(entry, deployment, set));
            rollout = new Rollout(plane, deployment, sets(plane, entry.uid()));
            rollout.step();
            cleanUp(deployment, rollout);
        }
        new DeploymentStatus(plane, entry.key()).write(sets(plane, entry.uid()), paused);
    }

    /** The replica sets of a deployment. */
    static List<ObjectNode> sets(Plane plane, String uid) {
        return plane.owned(Kinds.REPLICA_SET, uid).stream()
                .filter(set -> !set.deleting())
                .map(Entry::tree)
                .toList();
    }

    static int revision(JsonNode object) {
        String text = Tree.at(object, "metadata", "annotations").path(REVISION).asString("");
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private void create(Entry entry, ObjectNode deployment, Rollout rollout) {
        ObjectNode template =
                (ObjectNode) Tree.at(deployment, "spec", "template").deepCopy();
        String hash = Ids.hash(template.toString());
        ObjectNode set = Tree.object();
        ObjectNode metadata = set.putObject("metadata").put("name", entry.key().name() + "-" + hash);
        ObjectNode labels = (ObjectNode) Tree.at(template, "metadata", "labels").deepCopy();
        metadata.set("labels", labels.put(HASH, hash));
        annotate(metadata, deployment, highest(rollout.sets()) + 1);
        Plane.own(set, deployment);
        ObjectNode spec = set.putObject("spec").put("replicas", rollout.room());
        ObjectNode selector =
                (ObjectNode) Tree.at(deployment, "spec", "selector").deepCopy();
        Tree.child(selector, "matchLabels").put(HASH, hash);
        spec.set("selector", selector);
        spec.set("template", template);
        Tree.child(template, "metadata", "labels").put(HASH, hash);
        plane.writer().create(Kinds.REPLICA_SET, entry.key().namespace(), set, Plane.MANAGER);
        mark(entry, highest(rollout.sets()) + 1);
        plane.events()
                .normal(
                        deployment,
                        COMPONENT,
                        "ScalingReplicaSet",
                        "Scaled up replica set " + Tree.text(metadata, "name") + " from 0 to " + rollout.room());
    }

    private static int highest(List<ObjectNode> sets) {
        return sets.stream().mapToInt(Deployments::revision).max().orElse(0);
    }

    private static void annotate(ObjectNode metadata, ObjectNode deployment, int revision) {
        ObjectNode annotations = metadata.putObject("annotations");
        int replicas = Tree.number(deployment, 1, "spec", "replicas");
        annotations.put("deployment.kubernetes.io/desired-replicas", String.valueOf(replicas));
        annotations.put("deployment.kubernetes.io/max-replicas", String.valueOf(replicas + Rollout.surge(deployment)));
        annotations.put(REVISION, String.valueOf(revision));
        Tree.texts(Tree.at(deployment, "metadata", "annotations")).forEach((name, value) -> {
            if (!name.equals(REVISION) && !name.equals(LAST_APPLIED)) {
                annotations.put(name, value);
            }
        });
    }

    /** A replica set that is the newest again gets a new number. */
    private void promote(Entry entry, ObjectNode deployment, ObjectNode newest) {
        int highest = highest(sets(plane, entry.uid()));
        int revision = revision(newest);
        if (revision < highest) {
            plane.writer()
                    .change(
                            Kinds.REPLICA_SET.key(entry.key().namespace(), Tree.text(newest, "metadata", "name")),
                            Plane.MANAGER,
                            set -> {
                                ObjectNode annotations = Tree.child(set, "metadata", "annotations");
                                annotations.put("deployment.kubernetes.io/revision-history", String.valueOf(revision));
                                annotations.put(REVISION, String.valueOf(highest + 1));
                                JsonNode cause = Tree.at(deployment, "metadata", "annotations")
                                        .path(CAUSE);
                                if (!cause.isMissingNode()) {
                                    annotations.set(CAUSE, cause);
                                }
                            });
            mark(entry, highest + 1);
        } else {
            mark(entry, revision);
        }
    }

    private void mark(Entry entry, int revision) {
        plane.writer()
                .change(
                        entry.key(),
                        Plane.MANAGER,
                        deployment -> Tree.child(deployment, "metadata", "annotations")
                                .put(REVISION, String.valueOf(revision)));
    }

    private void cleanUp(ObjectNode deployment, Rollout rollout) {
        int kept = Tree.number(deployment, 10, "spec", "revisionHistoryLimit");
        List<ObjectNode> idle = rollout.old().stream()
                .filter(set ->
                        Tree.number(set, 0, "spec", "replicas") == 0 && Tree.number(set, 0, "status", "replicas") == 0)
                .sorted(Comparator.comparingInt(Deployments::revision))
                .toList();
        idle.stream()
                .limit(Math.max(0, idle.size() - kept))
                .map(set -> Optional.ofNullable(plane.store()
                        .find(Kinds.REPLICA_SET.key(
                                Tree.text(set, "metadata", "namespace"), Tree.text(set, "metadata", "name")))))
                .flatMap(Optional::stream)
                .forEach(plane::delete);
    }
}
