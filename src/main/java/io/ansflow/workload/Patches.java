package io.ansflow.workload;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.object.PatchType;
import io.ansflow.kubernetes.object.WriteMode;
import io.ansflow.operation.ClusterObjects;
import io.ansflow.operation.ClusterObjects.Change;
import io.ansflow.operation.Target;
import io.ansflow.operation.Targets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes of a single field. */
@Component
class Patches {
    private final ClusterObjects objects;
    private final Clock clock;

    Patches(ClusterObjects objects, Clock clock) {
        this.objects = objects;
        this.clock = clock;
    }

    /** Sets a field of the {@code spec} to true, or removes it, which means false. */
    Answer<Target> flag(String action, Target target, String field, boolean value) {
        ObjectNode patch = patch(target);
        ObjectNode spec = patch.putObject("spec");
        if (value) {
            spec.put(field, true);
        } else {
            spec.putNull(field);
        }
        return objects.change(
                        new Change(action, target, ""),
                        api -> Targets.ref(api, target)
                                .then(ref -> api.patch(ref, PatchType.MERGE, patch, WriteMode.PERSIST)))
                .then(object -> Answer.of(Targets.of(target, object)));
    }

    /** Changes the template in a way that means nothing, so that all pods are made anew. */
    Answer<Target> restart(Target target) {
        return restart(target, clock.instant());
    }

    /** The same, as at that moment: what was restarted so already goes on as it is. */
    Answer<Target> restart(Target target, Instant at) {
        ObjectNode patch = patch(target);
        patch.withObject("/spec/template/metadata/annotations")
                .put(
                        "kubectl.kubernetes.io/restartedAt",
                        at.truncatedTo(ChronoUnit.SECONDS).toString());
        return objects.change(
                        new Change("workload.restart", target, ""),
                        api -> Targets.ref(api, target)
                                .then(ref -> running(api, ref, target)
                                        .then(object -> api.patch(ref, PatchType.MERGE, patch, WriteMode.PERSIST))))
                .then(object -> Answer.of(Targets.of(target, object)));
    }

    /** The object, unless its rollouts are paused: what is changed then happens to it at another time. */
    static Answer<KubeObject> running(ObjectApi api, ObjectRef ref, Target target) {
        return Targets.get(api, ref, target)
                .then(object -> object.at("spec", "paused").asBoolean(false)
                        ? Answer.failed(ClusterFailure.because(FailureCode.REFUSED, "paused", ref.toString()))
                        : Answer.of(object));
    }

    /** An empty patch of the object that was seen. */
    private static ObjectNode patch(Target target) {
        ObjectNode patch = JsonMapper.shared().createObjectNode();
        if (target.uid() != null) {
            patch.putObject("metadata").put("uid", target.uid());
        }
        return patch;
    }
}
