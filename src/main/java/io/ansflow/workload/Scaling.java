package io.ansflow.workload;

import io.ansflow.base.Text;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.object.WriteMode;
import io.ansflow.operation.ClusterObjects;
import io.ansflow.operation.ClusterObjects.Change;
import io.ansflow.operation.InvalidInput;
import io.ansflow.operation.Target;
import io.ansflow.operation.Targets;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Scales through the subresource, which is the same for every kind that has one. */
@Component
class Scaling {
    private final ClusterObjects objects;

    Scaling(ClusterObjects objects) {
        this.objects = objects;
    }

    Answer<Target> scale(Target target, int seen, int replicas) {
        if (replicas < 0) {
            throw new InvalidInput("replicas", Text.of("workload.invalid.replicas"));
        }
        var change = new Change("workload.scale", target, "replicas " + seen + " → " + replicas);
        return objects.changeUnseen(
                        change,
                        api -> Targets.ref(api, target)
                                .then(ref -> Conflicts.retried(() -> scale(api, ref, target, seen, replicas))
                                        .then(scaled -> Answer.of(shown(api, ref)))))
                .then(object ->
                        Answer.of(object.map(now -> Targets.of(target, now)).orElse(target)));
    }

    private static Answer<KubeObject> scale(ObjectApi api, ObjectRef ref, Target target, int seen, int replicas) {
        return api.scale(ref).then(scale -> {
            if (!Targets.same(scale, target)) {
                return Targets.replaced(ref);
            }
            long now = scale.number(0, "spec", "replicas");
            if (now != seen) {
                return Answer.failed(ClusterFailure.because(
                        FailureCode.CONFLICT, "value", ref.toString(), String.valueOf(seen), String.valueOf(now)));
            }
            ObjectNode wanted = scale.copy();
            wanted.withObjectProperty("spec").put("replicas", replicas);
            return api.replaceScale(ref, wanted, WriteMode.PERSIST);
        });
    }

    private static Optional<KubeObject> shown(ObjectApi api, ObjectRef ref) {
        return api.get(ref) instanceof Answer.Got<KubeObject>(KubeObject object)
                ? Optional.of(object)
                : Optional.empty();
    }
}
