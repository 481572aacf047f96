package io.ansflow.workload;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.object.WriteMode;
import io.ansflow.operation.ClusterObjects;
import io.ansflow.operation.ClusterObjects.Change;
import io.ansflow.operation.Target;
import io.ansflow.operation.Targets;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Gives a Deployment the template of one of its revisions again; since {@code apps/v1} there is no call for it. */
@Component
class RollBack {
    private final ClusterObjects objects;

    RollBack(ClusterObjects objects) {
        this.objects = objects;
    }

    Answer<Target> to(Target deployment, long revision) {
        var change = new Change("workload.rollBack", deployment, "revision " + revision);
        return objects.change(
                        change,
                        api -> Targets.ref(api, deployment)
                                .then(ref -> Conflicts.retried(() -> rollBack(api, ref, deployment, revision))))
                .then(object -> Answer.of(Targets.of(deployment, object)));
    }

    private static Answer<KubeObject> rollBack(ObjectApi api, ObjectRef ref, Target target, long revision) {
        return Patches.running(api, ref, target)
                .then(deployment -> Revisions.replicaSets(api, deployment)
                        .then(sets -> sets.stream()
                                .filter(set -> Revisions.number(set) == revision)
                                .findFirst()
                                .map(set -> api.replace(ref, withTemplate(deployment, set), WriteMode.PERSIST))
                                .orElseGet(() -> Answer.failed(ClusterFailure.because(
                                        FailureCode.NOT_FOUND,
                                        "revision",
                                        ref.toString(),
                                        String.valueOf(revision))))));
    }

    /** The whole object with its resourceVersion: a patch would keep what the old template does not have. */
    private static ObjectNode withTemplate(KubeObject deployment, KubeObject replicaSet) {
        ObjectNode object = deployment.copy();
        object.withObjectProperty("spec").set("template", PodTemplates.template(replicaSet));
        ObjectNode annotations = object.withObject("/metadata/annotations");
        String cause = replicaSet.annotations().get(Revisions.CAUSE);
        if (cause == null) {
            annotations.remove(Revisions.CAUSE);
        } else {
            annotations.put(Revisions.CAUSE, cause);
        }
        return object;
    }
}
