package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.api.Kinds;
import io.ansflow.kubernetes.simulated.api.Rejection;
import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Creates and deletes pods for their owner, and has an event say so, in the words of Kubernetes' own {@code PodControl}.
 *
 * @param component whose event it is
 */
record PodControl(Plane plane, String component) {

    /** Creates a pod: gives why it could not be created; empty if it was. */
    Optional<String> create(ObjectNode owner, ObjectNode pod) {
        try {
            ObjectNode created =
                    plane.writer().create(Kinds.POD, Tree.text(owner, "metadata", "namespace"), pod, Plane.MANAGER);
            String name = Tree.text(created, "metadata", "name");
            plane.events().normal(owner, component, "SuccessfulCreate", "Created pod: " + name);
            return Optional.empty();
        } catch (Rejection e) {
            String reason = e.failure().arguments().getLast();
            plane.events().warning(owner, component, "FailedCreate", "Error creating: " + reason);
            return Optional.of(reason);
        }
    }

    /** The same of a pod whose name begins with its owner's. */
    Optional<String> createNamed(ObjectNode owner) {
        ObjectNode pod = Plane.pod(owner);
        Tree.child(pod, "metadata").put("generateName", Tree.text(owner, "metadata", "name") + "-");
        return create(owner, pod);
    }

    void delete(ObjectNode owner, Entry pod) {
        plane.events()
                .normal(
                        owner,
                        component,
                        "SuccessfulDelete",
                        "Deleted pod: " + pod.key().name());
        plane.delete(pod);
    }
}
