package io.ansflow.workload;

import io.ansflow.base.Text;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.object.DeleteRequest;
import io.ansflow.kubernetes.object.WriteMode;
import io.ansflow.operation.ClusterObjects;
import io.ansflow.operation.ClusterObjects.Change;
import io.ansflow.operation.InvalidInput;
import io.ansflow.operation.Target;
import io.ansflow.operation.Targets;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The face of the feature: what makes no sense for a kind is said before a cluster is asked. */
@Service
class WorkloadService implements Workloads {
    private final ClusterObjects objects;
    private final Scaling scaling;
    private final Patches patches;
    private final RollBack rollBack;
    private final CronJobRun cronJobRun;

    WorkloadService(
            ClusterObjects objects, Scaling scaling, Patches patches, RollBack rollBack, CronJobRun cronJobRun) {
        this.objects = objects;
        this.scaling = scaling;
        this.patches = patches;
        this.rollBack = rollBack;
        this.cronJobRun = cronJobRun;
    }

    @Override
    public Answer<WorkloadState> state(Target target) {
        return objects.read(
                target.cluster(),
                api -> Targets.get(api, target).then(object -> Answer.of(WorkloadStates.of(target, object))));
    }

    @Override
    public Answer<Target> scale(Target target, int seen, int replicas) {
        return scaling.scale(target, seen, replicas);
    }

    @Override
    public Answer<Target> restart(Target target) {
        require(target, "deployments", "statefulsets", "daemonsets");
        return patches.restart(target);
    }

    @Override
    public Answer<Target> pause(Target deployment, boolean paused) {
        require(deployment, "deployments");
        return patches.flag(paused ? "workload.pause" : "workload.resume", deployment, "paused", paused);
    }

    @Override
    public Answer<List<Revision>> history(Target deployment) {
        require(deployment, "deployments");
        return objects.read(
                deployment.cluster(),
                api -> Targets.get(api, deployment)
                        .then(found ->
                                Revisions.replicaSets(api, found).then(sets -> Answer.of(Revisions.of(found, sets)))));
    }

    @Override
    public Answer<Target> rollBack(Target deployment, long revision) {
        require(deployment, "deployments");
        return rollBack.to(deployment, revision);
    }

    @Override
    public Answer<Target> suspend(Target cronJob, boolean suspended) {
        require(cronJob, "cronjobs");
        return patches.flag(suspended ? "workload.suspend" : "workload.unsuspend", cronJob, "suspend", suspended);
    }

    @Override
    public Answer<Target> runNow(Target cronJob) {
        require(cronJob, "cronjobs");
        return cronJobRun.now(cronJob);
    }

    @Override
    public Answer<Target> cordon(Target node, boolean cordoned) {
        require(node, "nodes");
        return patches.flag(cordoned ? "workload.cordon" : "workload.uncordon", node, "unschedulable", cordoned);
    }

    @Override
    public Answer<Boolean> delete(Target target, Deletion how) {
        if (target.kind().equals("namespaces")) {
            throw new InvalidInput("kind", Text.of("workload.invalid.namespace"));
        }
        if (how.force()) {
            require(target, "pods");
        }
        var request =
                new DeleteRequest(target.uid(), null, how.propagation(), how.force() ? 0L : null, WriteMode.PERSIST);
        String details = how.propagation() + (how.force() ? ", force" : "");
        return objects.delete(
                        new Change("workload.delete", target, details),
                        api -> Targets.ref(api, target).then(ref -> api.delete(ref, request)))
                .then(left -> Answer.of(left.isEmpty()));
    }

    private static void require(Target target, String... kinds) {
        if (!Set.of(kinds).contains(target.kind())) {
            throw new InvalidInput("kind", Text.of("workload.invalid.kind", target.kind()));
        }
    }
}
