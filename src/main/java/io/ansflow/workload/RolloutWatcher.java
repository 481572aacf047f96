package io.ansflow.workload;

import io.ansflow.base.Text;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.operation.ClusterObjects;
import io.ansflow.operation.InvalidInput;
import io.ansflow.operation.Target;
import io.ansflow.operation.Targets;
import io.ansflow.operation.Watching;
import io.ansflow.workload.RolloutStatus.State;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

@Service
class RolloutWatcher implements Rollouts {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final ClusterObjects objects;

    RolloutWatcher(ClusterObjects objects) {
        this.objects = objects;
    }

    @Override
    public Answer<RolloutStatus> follow(Target target, Duration atMost, Consumer<RolloutStatus> sink) {
        if (!RolloutStatuses.known(target.kind())) {
            throw new InvalidInput("kind", Text.of("workload.invalid.kind", target.kind()));
        }
        return objects.read(
                        target.cluster(),
                        api -> Targets.ref(api, target)
                                .then(ref -> new Watching(PAUSE, atMost)
                                        .until(
                                                () -> look(api, ref, target),
                                                status -> status.state() != State.PROGRESSING,
                                                sink)))
                .then(status -> Answer.of(
                        status.state() == State.PROGRESSING
                                ? in(State.TIMED_OUT, status, status.obstacles())
                                : status));
    }

    private static Answer<RolloutStatus> look(ObjectApi api, ObjectRef ref, Target target) {
        return switch (api.get(ref)) {
            case Answer.Got<KubeObject>(KubeObject object) ->
                Answer.of(Targets.same(object, target) ? status(api, ref, object) : RolloutStatuses.GONE);
            case Answer.Failed<KubeObject>(ClusterFailure failure) ->
                failure.code() == FailureCode.NOT_FOUND ? Answer.of(RolloutStatuses.GONE) : Answer.failed(failure);
        };
    }

    private static RolloutStatus status(ObjectApi api, ObjectRef ref, KubeObject object) {
        RolloutStatus status = RolloutStatuses.of(ref.type().plural(), object);
        return switch (status.state()) {
            case PROGRESSING, STUCK -> in(status.state(), status, Obstacles.of(api, ref, object, status));
            case PAUSED ->
                object.text("spec", "updateStrategy", "type").equals("OnDelete")
                        ? in(State.PAUSED, status, List.of(Text.of("workload.obstacle.onDelete")))
                        : status;
            case COMPLETE, TIMED_OUT, GONE -> status;
        };
    }

    private static RolloutStatus in(State state, RolloutStatus status, List<Text> obstacles) {
        return new RolloutStatus(
                state,
                status.wanted(),
                status.updated(),
                status.ready(),
                status.available(),
                status.outdated(),
                obstacles);
    }
}
