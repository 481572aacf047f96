package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.api.Ids;
import io.ansflow.kubernetes.simulated.api.Kind;
import io.ansflow.kubernetes.simulated.api.Kinds;
import io.ansflow.kubernetes.simulated.api.Writer;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Instant;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives a cluster a past: workloads that have been there for a while, with the pods, replica sets and jobs that their
 * controllers would have made of them. The controllers find nothing to do about them.
 */
public final class Past {
    private final Writer writer;
    private final Ids ids;
    private final Rooms rooms = new Rooms();
    private final PastPods pods;
    private final PastDeployments deployments;
    private final PastCronJobs cronJobs;

    public Past(Writer writer, Ids ids, Timeline timeline, RandomGenerator random, ControlPlane plane) {
        this.writer = writer;
        this.ids = ids;
        this.pods = new PastPods(writer, timeline, random, plane, rooms);
        this.deployments = new PastDeployments(writer, ids, pods);
        this.cronJobs = new PastCronJobs(writer, ids, timeline, random, pods);
    }

    /** Places any object as of a moment. */
    public ObjectNode place(Kind kind, String namespace, ObjectNode object, String manager, Instant at) {
        return writer.place(kind, namespace, object, manager, at);
    }

    /** Places a node, on which pods can be placed from then on. */
    public void node(ObjectNode node, Instant at) {
        writer.place(Kinds.NODE, "", node, "kubelet", at);
        rooms.add(node);
    }

    /**
     * Places a deployment, the replica sets of its last revisions, and its pods.
     *
     * @param rolledOut when its last revision was
     * @param count how many pods there are, if not as many as it wants
     */
    public void deployment(
            String namespace,
            ObjectNode deployment,
            String manager,
            Instant at,
            Instant rolledOut,
            int revision,
            int count) {
        deployments.place(namespace, deployment, manager, at, rolledOut, revision, count);
    }

    /** Places a stateful set, its pods and their volumes. */
    public void statefulSet(String namespace, ObjectNode set, String manager, Instant at) {
        ObjectNode placed = writer.place(Kinds.STATEFUL_SET, namespace, set, manager, at);
        String revision = StatefulPods.revision(placed);
        int replicas = Tree.number(placed, 1, "spec", "replicas");
        for (int i = 0; i < replicas; i++) {
            ObjectNode pod = StatefulPods.pod(placed, i, revision);
            String name = Tree.text(pod, "metadata", "name");
            for (JsonNode template : Tree.at(placed, "spec", "volumeClaimTemplates")) {
                claim(namespace, StatefulPods.claim(placed, template, name), at);
            }
            pods.place(namespace, pod, pods.since(at), Behaviour.of(pod));
        }
    }

    private void claim(String namespace, ObjectNode claim, Instant at) {
        String name = Tree.text(claim, "metadata", "name");
        String volume = "pvc-" + Ids.hash(namespace + name) + "-" + ids.suffix();
        Claims.bind(claim, volume);
        ObjectNode placed = writer.place(Kinds.CLAIM, namespace, claim, Plane.MANAGER, at);
        ObjectNode bound = Claims.volume(placed, volume);
        bound.putObject("status").put("phase", "Bound");
        writer.place(Kinds.VOLUME, "", bound, Plane.MANAGER, at);
    }

    /** Places a daemon set and its pods. */
    public void daemonSet(String namespace, ObjectNode set, String manager, Instant at) {
        ObjectNode placed = writer.place(Kinds.DAEMON_SET, namespace, set, manager, at);
        String hash = DaemonSets.hash(placed);
        for (JsonNode node : rooms.nodes()) {
            ObjectNode pod = DaemonSets.pod(placed, hash, Tree.text(node, "metadata", "name"));
            if (Placement.admits(node, pod)) {
                Tree.child(pod, "metadata").put("name", Tree.text(placed, "metadata", "name") + "-" + ids.suffix());
                pods.place(namespace, pod, pods.since(at), Behaviour.of(pod));
            }
        }
    }

    /** Places a cron job and the jobs of its last runs. */
    public void cronJob(String namespace, ObjectNode cronJob, String manager, Instant at) {
        cronJobs.place(namespace, cronJob, manager, at);
    }

    /** Places a pod of its own. */
    public void pod(String namespace, ObjectNode pod, Instant at) {
        pods.place(namespace, pod, at, Behaviour.WELL);
    }
}
