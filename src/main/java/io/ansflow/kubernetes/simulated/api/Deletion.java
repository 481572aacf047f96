package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.object.DeleteRequest;
import io.ansflow.kubernetes.object.DeleteRequest.Propagation;
import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** Marks objects that are to go, and knows what holds them. */
final class Deletion {
    private static final int GRACE_SECONDS = 30;

    private Deletion() {}

    /** Whether it stays for a while, marked as it is now. */
    static boolean held(ObjectNode object) {
        return Tree.number(object, 0, "metadata", "deletionGracePeriodSeconds") > 0
                || !Tree.at(object, "metadata", "finalizers").isEmpty()
                || !Tree.at(object, "spec", "finalizers").isEmpty();
    }

    static void mark(Entry entry, ObjectNode object, DeleteRequest request, Instant now) {
        ObjectNode metadata = Tree.child(object, "metadata");
        long grace = grace(entry, object, request);
        if (!entry.deleting() || grace < Tree.number(metadata, 0, "deletionGracePeriodSeconds")) {
            metadata.put("deletionTimestamp", Tree.stamp(now.plusSeconds(grace)));
            metadata.put("deletionGracePeriodSeconds", grace);
        }
        boolean pod = entry.key().type().equals(Kinds.POD.name());
        if (request.propagation() != Propagation.BACKGROUND && !pod && !entry.deleting()) {
            Tree.list(metadata, "finalizers")
                    .add(request.propagation() == Propagation.FOREGROUND ? "foregroundDeletion" : "orphan");
        }
        if (entry.key().type().equals(Kinds.NAMESPACE.name())) {
            Tree.child(object, "status").put("phase", "Terminating");
        }
    }

    /** Only a pod that runs somewhere is given time to end. */
    private static long grace(Entry entry, ObjectNode object, DeleteRequest request) {
        boolean running = entry.key().type().equals(Kinds.POD.name())
                && !entry.node().isEmpty()
                && !entry.phase().equals("Succeeded")
                && !entry.phase().equals("Failed");
        if (!running) {
            return 0;
        }
        Long asked = request.graceSeconds();
        return asked != null ? asked : Tree.number(object, GRACE_SECONDS, "spec", "terminationGracePeriodSeconds");
    }
}
