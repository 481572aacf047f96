package io.ansflow.workload;

import static io.ansflow.workload.WorkloadAction.*;

import io.ansflow.kubernetes.object.AccessQuestion;
import io.ansflow.kubernetes.object.ResourceType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which actions make sense for a kind, and which rights they need in the cluster. */
final class Offers {
    private static final Set<WorkloadAction> ANYWHERE = EnumSet.of(EDIT, DELETE, EVENTS);

    /** What there is besides. */
    private static final Map<String, Set<WorkloadAction>> BY_KIND = Map.of(
            "deployments", EnumSet.of(SCALE, RESTART, PAUSE, ROLL_BACK, AUTOSCALE),
            "statefulsets", EnumSet.of(SCALE, RESTART, AUTOSCALE),
            "daemonsets", EnumSet.of(RESTART),
            "replicasets", EnumSet.of(SCALE),
            "replicationcontrollers", EnumSet.of(SCALE),
            "cronjobs", EnumSet.of(SUSPEND, RUN_NOW),
            "nodes", EnumSet.of(CORDON),
            "pods", EnumSet.of(LOGS));

    private Offers() {}

    static Set<WorkloadAction> of(String kind) {
        EnumSet<WorkloadAction> offers = EnumSet.copyOf(ANYWHERE);
        offers.addAll(BY_KIND.getOrDefault(kind, Set.of()));
        if (kind.equals("namespaces")) {
            offers.remove(DELETE);
        }
        return offers;
    }

    /** Whether it changes anything. */
    static boolean changes(WorkloadAction action) {
        return action != LOGS && action != EVENTS;
    }

    /** What the credential must be allowed to, all of it. */
    static List<AccessQuestion> rights(WorkloadAction action, ResourceType type, String namespace, String name) {
        AccessQuestion patch = question("patch", type, "", namespace, name);
        return switch (action) {
            case SCALE -> List.of(question("update", type, "scale", namespace, name));
            case RESTART, PAUSE, SUSPEND, CORDON, EDIT -> List.of(patch);
            case ROLL_BACK ->
                List.of(
                        question("update", type, "", namespace, name),
                        question("list", ResourceType.REPLICA_SET, "", namespace, ""));
            case RUN_NOW -> List.of(question("create", ResourceType.JOB, "", namespace, ""));
            case AUTOSCALE ->
                List.of(
                        new AccessQuestion("create", "autoscaling", AutoscalerObjects.PLURAL, "", namespace, ""),
                        new AccessQuestion("patch", "autoscaling", AutoscalerObjects.PLURAL, "", namespace, ""));
            case DELETE -> List.of(question("delete", type, "", namespace, name));
            case LOGS -> List.of(question("get", ResourceType.POD, "log", namespace, name));
            case EVENTS -> List.of(question("list", ResourceType.EVENT, "", namespace, ""));
        };
    }

    private static AccessQuestion question(
            String verb, ResourceType type, String subresource, String namespace, String name) {
        return new AccessQuestion(verb, type.group(), type.plural(), subresource, namespace, name);
    }
}
