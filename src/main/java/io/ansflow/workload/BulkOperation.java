package io.ansflow.workload;

import io.ansflow.base.Text;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.operation.LongWork;
import io.ansflow.operation.OperationId;
import io.ansflow.operation.OperationKind;
import io.ansflow.operation.Target;
import io.ansflow.workload.BulkChanges.Change;
import io.ansflow.workload.BulkChanges.Step.Changes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The same change to many objects as a job. What may have happened already is done in a way that it does not happen twice. */
@Component
class BulkOperation implements OperationKind {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final LongWork work;
    private final Workloads workloads;
    private final Patches patches;

    BulkOperation(LongWork work, Workloads workloads, Patches patches) {
        this.work = work;
        this.workloads = workloads;
        this.patches = patches;
    }

    /** As persisted: the one that is not null. */
    private record Request(
            Change.@Nullable Restart restart, Change.@Nullable Scale scale, Change.@Nullable Delete delete) {
        static Request of(Change change) {
            return switch (change) {
                case Change.Restart restart -> new Request(restart, null, null);
                case Change.Scale scale -> new Request(null, scale, null);
                case Change.Delete delete -> new Request(null, null, delete);
            };
        }
    }

    OperationId start(List<Changes> steps, Change change) {
        Text title = switch (change) {
            case Change.Restart _ -> Text.of("workload.bulk.title.restart", steps.size());
            case Change.Scale(int replicas) -> Text.of("workload.bulk.title.scale", steps.size(), replicas);
            case Change.Delete _ -> Text.of("workload.bulk.title.delete", steps.size());
        };
        return work.start(
                this,
                title,
                request(change),
                steps.stream()
                        .map(step -> new Step(step.target(), step.what(), String.valueOf(step.seen())))
                        .toList());
    }

    static String request(Change change) {
        return JSON.writeValueAsString(Request.of(change));
    }

    @Override
    public String id() {
        return "workload.bulk";
    }

    @Override
    public Outcome perform(String request, Attempt attempt) {
        Request change = JSON.readValue(request, Request.class);
        Target target = attempt.step().target();
        Answer<?> answer;
        if (change.scale() != null) {
            answer = scale(target, change.scale().replicas(), attempt);
        } else if (change.delete() != null) {
            answer = delete(target, change.delete().how(), attempt);
        } else {
            answer = patches.restart(target, attempt.requestedAt());
        }
        return answer instanceof Answer.Failed<?>(ClusterFailure failure) ? Outcome.failed(failure) : Outcome.done();
    }

    private Answer<Target> scale(Target target, int replicas, Attempt attempt) {
        Answer<Target> scaled =
                workloads.scale(target, Integer.parseInt(attempt.step().input()), replicas);
        boolean asWanted = scaled instanceof Answer.Failed<Target>(ClusterFailure failure)
                && failure.code() == FailureCode.CONFLICT
                && "value".equals(failure.reason())
                && failure.arguments().getLast().equals(String.valueOf(replicas));
        return asWanted && attempt.mayHaveHappened() ? Answer.of(target) : scaled;
    }

    private Answer<Boolean> delete(Target target, Deletion how, Attempt attempt) {
        Answer<Boolean> deleted = workloads.delete(target, how);
        boolean gone = deleted instanceof Answer.Failed<Boolean>(ClusterFailure failure)
                && (failure.code() == FailureCode.NOT_FOUND || "replaced".equals(failure.reason()));
        return gone && attempt.mayHaveHappened() ? Answer.of(true) : deleted;
    }
}
