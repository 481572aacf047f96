package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.api.Kinds;
import io.ansflow.kubernetes.simulated.store.Entry;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** What a kubelet does about a pod, as long as there is still something to do about it. */
record PodWork(Plane plane) {
    static final String COMPONENT = "kubelet";

    /** Whether a node is there and works. */
    boolean alive(String node) {
        Entry entry = plane.store().find(Kinds.NODE.key("", node));
        return entry != null && entry.ready();
    }

    /** Does something about a pod if it is still there, is the same, is not being deleted, and its node works. */
    void doing(Entry pod, Consumer<ObjectNode> work) {
        Entry now = plane.store().find(pod.key());
        if (now != null && now.uid().equals(pod.uid()) && !now.deleting() && alive(now.node())) {
            work.accept(now.tree());
        }
    }

    /** Changes the status of a pod. */
    ObjectNode write(Entry pod, Consumer<ObjectNode> change) {
        return plane.writer().status(pod.key(), COMPONENT, change);
    }
}
