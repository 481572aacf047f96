package io.ansflow.workload;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.operation.InvalidInput;
import io.ansflow.operation.Permission;
import io.ansflow.operation.Target;
import io.ansflow.workload.RolloutStatus.State;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Workloads without a cluster, for tests of what stands on them: remembers what was done, and answers what it is told to. */
public class FakeWorkloads implements Workloads, Autoscalers, Rollouts, WorkloadActions {
    /** Every change that was asked for, in a few words. */
    public final List<String> changes = new CopyOnWriteArrayList<>();

    /** What is seen of the rollout that is followed. */
    public final BlockingQueue<RolloutStatus> seen = new LinkedBlockingQueue<>();

    /** What is followed at the moment. */
    public final List<String> followed = new CopyOnWriteArrayList<>();

    private volatile int replicas = 2;
    private volatile boolean stopped;
    private volatile @Nullable ClusterFailure unreadable;
    private volatile @Nullable ClusterFailure refusal;
    private volatile @Nullable InvalidInput invalid;
    private volatile List<Revision> revisions = List.of();
    private volatile Optional<Autoscaler> autoscaler = Optional.empty();
    private final Map<WorkloadAction, Permission> permissions = new EnumMap<>(WorkloadAction.class);

    public void clear() {
        changes.clear();
        seen.clear();
        followed.clear();
        permissions.clear();
        replicas = 2;
        stopped = false;
        unreadable = null;
        refusal = null;
        invalid = null;
        revisions = List.of();
        autoscaler = Optional.empty();
    }

    public void replicas(int now) {
        replicas = now;
    }

    /** Paused, suspended or cordoned. */
    public void stopped(boolean now) {
        stopped = now;
    }

    /** Nothing can be read from now on. */
    public void unreadable(ClusterFailure why) {
        unreadable = why;
    }

    /** Every change fails from now on, or none if null. */
    public void refusing(@Nullable ClusterFailure why) {
        refusal = why;
    }

    /** Every autoscaler makes no sense from now on. */
    public void invalid(InvalidInput why) {
        invalid = why;
    }

    public void revisions(Revision... some) {
        revisions = List.of(some);
    }

    public void autoscaler(Autoscaler one) {
        autoscaler = Optional.of(one);
    }

    public synchronized void permission(WorkloadAction action, Permission permission) {
        permissions.put(action, permission);
    }

    public static RolloutStatus rollout(State state, long wanted, long available, io.ansflow.base.Text... obstacles) {
        return new RolloutStatus(state, wanted, wanted, available, available, 0, List.of(obstacles));
    }

    @Override
    public Answer<WorkloadState> state(Target target) {
        return read(new WorkloadState(target, replicas, stopped, stopped, stopped, List.of("shop:1"), "app=web"));
    }

    @Override
    public Answer<Target> scale(Target target, int before, int wanted) {
        return change("scale " + target.path() + " " + before + " → " + wanted, target);
    }

    @Override
    public Answer<Target> restart(Target target) {
        return change("restart " + target.path(), target);
    }

    @Override
    public Answer<Target> pause(Target deployment, boolean paused) {
        stopped = paused;
        return change((paused ? "pause " : "resume ") + deployment.path(), deployment);
    }

    @Override
    public Answer<List<Revision>> history(Target deployment) {
        return read(revisions);
    }

    @Override
    public Answer<Target> rollBack(Target deployment, long revision) {
        return change("roll back " + deployment.path() + " to " + revision, deployment);
    }

    @Override
    public Answer<Target> suspend(Target cronJob, boolean suspended) {
        stopped = suspended;
        return change((suspended ? "suspend " : "let go on ") + cronJob.path(), cronJob);
    }

    @Override
    public Answer<Target> runNow(Target cronJob) {
        return change("run " + cronJob.path(), cronJob);
    }

    @Override
    public Answer<Target> cordon(Target node, boolean cordoned) {
        stopped = cordoned;
        return change((cordoned ? "cordon " : "uncordon ") + node.path(), node);
    }

    @Override
    public Answer<Boolean> delete(Target target, Deletion how) {
        return change("delete " + target.path() + " " + how.propagation() + (how.force() ? " by force" : ""), true);
    }

    @Override
    public Answer<Optional<Autoscaler>> of(Target workload) {
        return read(autoscaler);
    }

    @Override
    public Answer<Autoscaler> save(Target workload, Autoscaler wanted, boolean takeOver) {
        InvalidInput problem = invalid;
        if (problem != null) {
            throw problem;
        }
        return change("autoscale " + workload.path() + " " + wanted + (takeOver ? " by force" : ""), wanted);
    }

    @Override
    public Answer<RolloutStatus> follow(Target target, Duration atMost, Consumer<RolloutStatus> sink) {
        followed.add(target.path());
        try {
            RolloutStatus status;
            do {
                status = seen.take();
                sink.accept(status);
            } while (status.state() == State.PROGRESSING);
            return Answer.of(status);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while following");
        } finally {
            followed.remove(target.path());
        }
    }

    @Override
    public Set<WorkloadAction> offered(String kind) {
        return Offers.of(kind);
    }

    @Override
    public synchronized Map<WorkloadAction, Permission> permitted(Target target) {
        Map<WorkloadAction, Permission> answers = new EnumMap<>(WorkloadAction.class);
        offered(target.kind()).forEach(action -> answers.put(action, new Permission.Granted()));
        answers.putAll(permissions);
        return answers;
    }

    private <T> Answer<T> read(T value) {
        ClusterFailure why = unreadable;
        return why == null ? Answer.of(value) : Answer.failed(why);
    }

    private <T> Answer<T> change(String what, T value) {
        changes.add(what);
        ClusterFailure why = refusal;
        return why == null ? Answer.of(value) : Answer.failed(why);
    }
}
