package io.ansflow.workload;

import io.ansflow.base.ClusterId;
import io.ansflow.base.Text;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.object.Discovery;
import io.ansflow.kubernetes.object.ResourceType;
import io.ansflow.operation.ClusterObjects;
import io.ansflow.operation.InvalidInput;
import io.ansflow.operation.OperationId;
import io.ansflow.operation.Parallel;
import io.ansflow.operation.Target;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

@Service
class BulkService implements BulkChanges {
    private static final int AT_A_TIME = 8;

    private final Workloads workloads;
    private final BulkOperation operation;
    private final BulkPermissions permissions;
    private final ClusterObjects objects;

    BulkService(Workloads workloads, BulkOperation operation, BulkPermissions permissions, ClusterObjects objects) {
        this.workloads = workloads;
        this.operation = operation;
        this.permissions = permissions;
        this.objects = objects;
    }

    /** Objects that are of one type. */
    private record Kin(ClusterId cluster, String kind) {
        static Kin of(Target target) {
            return new Kin(target.cluster(), target.kind());
        }
    }

    private record Known(Kin kin, Answer<ResourceType> type) {}

    @Override
    public List<Step> preview(List<Target> targets, Change change) {
        check(targets.size(), change);
        Map<Kin, Answer<ResourceType>> types =
                Parallel.map(targets.stream().map(Kin::of).distinct().toList(), AT_A_TIME, this::look, known -> {})
                        .stream()
                        .collect(Collectors.toMap(Known::kin, Known::type));
        return Parallel.map(
                targets,
                AT_A_TIME,
                target -> step(target, Objects.requireNonNull(types.get(Kin.of(target))), change),
                step -> {});
    }

    @Override
    public List<Result> run(List<Step.Changes> steps, Change change, Consumer<Result> sink) {
        check(steps.size(), change);
        return Parallel.map(steps, AT_A_TIME, step -> result(step, change), sink);
    }

    @Override
    public OperationId start(List<Step.Changes> steps, Change change) {
        check(steps.size(), change);
        return operation.start(steps, change);
    }

    private static void check(int size, Change change) {
        if (size > MAX_TARGETS) {
            throw new InvalidInput("targets", Text.of("workload.bulk.most", MAX_TARGETS));
        }
        if (change instanceof Change.Scale(int replicas) && replicas < 0) {
            throw new InvalidInput("replicas", Text.of("workload.invalid.replicas"));
        }
    }

    private Known look(Kin kin) {
        return new Known(kin, objects.read(kin.cluster(), api -> new Discovery(api).named(kin.kind())));
    }

    /** @param type asked for once: a cluster that does not answer is not waited for again for every object */
    private Step step(Target target, Answer<ResourceType> type, Change change) {
        if (!makesSense(target, change)) {
            return new Step.Skipped(target, Text.of("workload.invalid.kind", target.kind()));
        }
        return switch (type) {
            case Answer.Got<ResourceType>(ResourceType known) ->
                permissions
                        .denial(known, target, change)
                        .<Step>map(why -> new Step.Refused(target, why))
                        .orElseGet(() -> step(target, change));
            case Answer.Failed<ResourceType>(ClusterFailure failure) -> new Step.Failed(target, failure);
        };
    }

    private Step step(Target target, Change change) {
        return switch (workloads.state(target)) {
            case Answer.Got<WorkloadState>(WorkloadState state) -> step(state, change);
            case Answer.Failed<WorkloadState>(ClusterFailure failure) -> new Step.Failed(target, failure);
        };
    }

    private static boolean makesSense(Target target, Change change) {
        return switch (change) {
            case Change.Restart _ -> Offers.of(target.kind()).contains(WorkloadAction.RESTART);
            case Change.Scale _ -> Offers.of(target.kind()).contains(WorkloadAction.SCALE);
            case Change.Delete(Deletion how) ->
                Offers.of(target.kind()).contains(WorkloadAction.DELETE)
                        && (!how.force() || target.kind().equals("pods"));
        };
    }

    private static Step step(WorkloadState now, Change change) {
        return switch (change) {
            case Change.Restart _ ->
                now.paused()
                        ? new Step.Skipped(now.target(), Text.of("workload.bulk.paused"))
                        : new Step.Changes(now.target(), -1, Text.of("workload.bulk.restart"));
            case Change.Scale(int replicas) -> {
                int seen = now.replicas() == null ? 0 : now.replicas();
                yield seen == replicas
                        ? new Step.Skipped(now.target(), Text.of("workload.bulk.same", replicas))
                        : new Step.Changes(now.target(), seen, Text.of("workload.bulk.scale", seen, replicas));
            }
            case Change.Delete _ -> new Step.Changes(now.target(), -1, Text.of("workload.bulk.delete"));
        };
    }

    private Result result(Step.Changes step, Change change) {
        Answer<?> answer = switch (change) {
            case Change.Restart _ -> workloads.restart(step.target());
            case Change.Scale(int replicas) -> workloads.scale(step.target(), step.seen(), replicas);
            case Change.Delete(Deletion how) -> workloads.delete(step.target(), how);
        };
        return new Result(
                step.target(),
                answer instanceof Answer.Failed<?>(ClusterFailure failure) ? Optional.of(failure) : Optional.empty());
    }
}
