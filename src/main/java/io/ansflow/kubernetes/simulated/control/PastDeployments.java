package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.api.Ids;
import io.ansflow.kubernetes.simulated.api.Kinds;
import io.ansflow.kubernetes.simulated.api.Writer;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** The deployments of a cluster that is given a past, with the replica sets of their last revisions and their pods. */
final class PastDeployments {
    private final Writer writer;
    private final Ids ids;
    private final PastPods pods;

    PastDeployments(Writer writer, Ids ids, PastPods pods) {
        this.writer = writer;
        this.ids = ids;
        this.pods = pods;
    }

    /**
     * Places a deployment and what it has made.
     *
     * @param rolledOut when its last revision was
     * @param count how many there are, if not as many as it wants
     */
    void place(
            String namespace,
            ObjectNode deployment,
            String manager,
            Instant at,
            Instant rolledOut,
            int revision,
            int count) {
        ObjectNode template = (ObjectNode) Tree.at(deployment, "spec", "template");
        Tree.child(deployment, "metadata", "annotations").put(Deployments.REVISION, String.valueOf(revision));
        ObjectNode placed = writer.place(Kinds.DEPLOYMENT, namespace, deployment, manager, at);
        int replicas = Tree.number(placed, 1, "spec", "replicas");
        ObjectNode current = (ObjectNode) Tree.at(placed, "spec", "template").deepCopy();
        for (int old = Math.max(1, revision - 2); old < revision; old++) {
            ObjectNode former = current.deepCopy();
            ObjectNode container =
                    (ObjectNode) Tree.at(former, "spec", "containers").get(0);
            container.put("image", Versions.earlier(Tree.text(container, "image"), revision - old));
            Instant when =
                    at.plus(Duration.between(at, rolledOut).multipliedBy(old).dividedBy(revision));
            set(placed, former, old, 0, when);
        }
        ObjectNode set = set(placed, current, revision, replicas, rolledOut);
        Behaviour behaviour = Behaviour.of(template);
        int ready = 0;
        for (int i = 0; i < count; i++) {
            ObjectNode pod = Plane.pod(set);
            String name = Tree.text(set, "metadata", "name") + "-" + ids.suffix();
            Tree.child(pod, "metadata").put("name", name).put("generateName", Tree.text(set, "metadata", "name") + "-");
            ready += pods.place(namespace, pod, pods.since(rolledOut), behaviour) ? 1 : 0;
        }
        int available = ready;
        writer.status(Kinds.REPLICA_SET.key(set), Plane.MANAGER, changed -> {
            ObjectNode status = Tree.child(changed, "status").put("replicas", count);
            ReplicaSets.count(status, "fullyLabeledReplicas", count);
            ReplicaSets.count(status, "readyReplicas", available);
            ReplicaSets.count(status, "availableReplicas", available);
            status.put("observedGeneration", 1);
        });
        DeploymentStatus.settled(
                writer,
                Kinds.DEPLOYMENT.key(placed),
                replicas,
                ready,
                Tree.text(set, "metadata", "name"),
                at,
                rolledOut);
    }

    private ObjectNode set(ObjectNode deployment, ObjectNode template, int revision, int replicas, Instant at) {
        String namespace = Tree.text(deployment, "metadata", "namespace");
        String name = Tree.text(deployment, "metadata", "name");
        String hash = Ids.hash(template.toString());
        ObjectNode set = Tree.object();
        ObjectNode metadata = set.putObject("metadata").put("name", name + "-" + hash);
        ObjectNode labels = (ObjectNode) Tree.at(template, "metadata", "labels").deepCopy();
        metadata.set("labels", labels.put(Deployments.HASH, hash));
        int wanted = Tree.number(deployment, 1, "spec", "replicas");
        metadata.putObject("annotations")
                .put("deployment.kubernetes.io/desired-replicas", String.valueOf(wanted))
                .put("deployment.kubernetes.io/max-replicas", String.valueOf(wanted + Rollout.surge(deployment)))
                .put(Deployments.REVISION, String.valueOf(revision));
        Plane.own(set, deployment);
        ObjectNode spec = set.putObject("spec").put("replicas", replicas);
        ObjectNode selector =
                (ObjectNode) Tree.at(deployment, "spec", "selector").deepCopy();
        Tree.child(selector, "matchLabels").put(Deployments.HASH, hash);
        spec.set("selector", selector);
        ObjectNode ours = template.deepCopy();
        Tree.child(ours, "metadata", "labels").put(Deployments.HASH, hash);
        spec.set("template", ours);
        set.putObject("status").put("replicas", 0).put("observedGeneration", 1);
        return writer.place(Kinds.REPLICA_SET, namespace, set, Plane.MANAGER, at);
    }
}
