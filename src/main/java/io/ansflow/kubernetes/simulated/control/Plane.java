package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.object.DeleteRequest;
import io.ansflow.kubernetes.object.DeleteRequest.Propagation;
import io.ansflow.kubernetes.object.WriteMode;
import io.ansflow.kubernetes.simulated.api.Ids;
import io.ansflow.kubernetes.simulated.api.Kind;
import io.ansflow.kubernetes.simulated.api.Kinds;
import io.ansflow.kubernetes.simulated.api.Writer;
import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.ObjectKey;
import io.ansflow.kubernetes.simulated.store.Store;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the parts of a control plane share.
 *
 * @param random what is left to chance; from a seed
 */
record Plane(
        Store store,
        Writer writer,
        Ids ids,
        Timeline timeline,
        RandomGenerator random,
        Events events,
        SequencedSet<ObjectKey> due) {
    static final String MANAGER = "kube-controller-manager";

    Plane(Store store, Writer writer, Ids ids, Timeline timeline, RandomGenerator random) {
        this(store, writer, ids, timeline, random, new Events(store, writer, ids, timeline), new LinkedHashSet<>());
    }

    Instant now() {
        return timeline.now();
    }

    /** Has the object looked at. */
    void look(ObjectKey key) {
        due.add(key);
    }

    void lookAfter(Duration delay, ObjectKey key) {
        timeline.after(delay, () -> due.add(key));
    }

    /** A length of time left to chance. */
    Duration between(long fromMillis, long toMillis) {
        return Duration.ofMillis(random.nextLong(fromMillis, toMillis));
    }

    void delete(Entry entry) {
        writer.delete(entry, new DeleteRequest(null, null, Propagation.BACKGROUND, null, WriteMode.PERSIST));
    }

    /** Those of a type that belong to an owner. */
    List<Entry> owned(Kind kind, String uid) {
        return store.owned(uid).stream()
                .filter(entry -> entry.key().type().equals(kind.name()))
                .toList();
    }

    /** Where the controlling owner of an object is, or null if it has none. */
    static @Nullable ObjectKey controller(JsonNode object) {
        for (JsonNode owner : Tree.at(object, "metadata", "ownerReferences")) {
            if (owner.path("controller").asBoolean(false)) {
                return key(owner, Tree.text(object, "metadata", "namespace"));
            }
        }
        return null;
    }

    private static @Nullable ObjectKey key(JsonNode owner, String namespace) {
        String name = Tree.text(owner, "name");
        return switch (Tree.text(owner, "kind")) {
            case "ReplicaSet" -> Kinds.REPLICA_SET.key(namespace, name);
            case "Deployment" -> Kinds.DEPLOYMENT.key(namespace, name);
            case "StatefulSet" -> Kinds.STATEFUL_SET.key(namespace, name);
            case "DaemonSet" -> Kinds.DAEMON_SET.key(namespace, name);
            case "Job" -> Kinds.JOB.key(namespace, name);
            case "CronJob" -> Kinds.CRON_JOB.key(namespace, name);
            default -> null;
        };
    }

    /** Makes an object the controlling owner of another. */
    static void own(ObjectNode owned, JsonNode owner) {
        Tree.child(owned, "metadata")
                .putArray("ownerReferences")
                .addObject()
                .put("apiVersion", Tree.text(owner, "apiVersion"))
                .put("kind", Tree.text(owner, "kind"))
                .put("name", Tree.text(owner, "metadata", "name"))
                .put("uid", Tree.text(owner, "metadata", "uid"))
                .put("controller", true)
                .put("blockOwnerDeletion", true);
    }

    /** A pod of a workload, after its template. */
    static ObjectNode pod(JsonNode owner) {
        ObjectNode pod = Tree.object();
        JsonNode template = Tree.at(owner, "spec", "template");
        ObjectNode metadata = pod.putObject("metadata");
        for (String name : List.of("labels", "annotations")) {
            JsonNode texts = Tree.at(template, "metadata", name);
            if (!texts.isEmpty()) {
                metadata.set(name, texts.deepCopy());
            }
        }
        pod.set("spec", template.path("spec").deepCopy());
        own(pod, owner);
        return pod;
    }
}
