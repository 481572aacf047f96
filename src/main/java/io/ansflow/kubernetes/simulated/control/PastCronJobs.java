package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.api.Ids;
import io.ansflow.kubernetes.simulated.api.Kinds;
import io.ansflow.kubernetes.simulated.api.Writer;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The cron jobs of a cluster that is given a past, with the jobs of their last runs. */
final class PastCronJobs {
    private final Writer writer;
    private final Ids ids;
    private final Timeline timeline;
    private final RandomGenerator random;
    private final PastPods pods;

    PastCronJobs(Writer writer, Ids ids, Timeline timeline, RandomGenerator random, PastPods pods) {
        this.writer = writer;
        this.ids = ids;
        this.timeline = timeline;
        this.random = random;
        this.pods = pods;
    }

    /** Places a cron job and the jobs of its last runs. */
    void place(String namespace, ObjectNode cronJob, String manager, Instant at) {
        ObjectNode placed = writer.place(Kinds.CRON_JOB, namespace, cronJob, manager, at);
        List<Instant> runs = runs(Tree.text(placed, "spec", "schedule"));
        for (Instant run : runs) {
            job(namespace, placed, run);
        }
        if (!runs.isEmpty()) {
            writer.status(
                    Kinds.CRON_JOB.key(placed),
                    Plane.MANAGER,
                    changed -> Tree.child(changed, "status")
                            .put("lastScheduleTime", Tree.stamp(runs.getLast()))
                            .put("lastSuccessfulTime", Tree.stamp(runs.getLast().plusSeconds(20))));
        }
    }

    /** The last three times at which a schedule was due. */
    private List<Instant> runs(String schedule) {
        for (Duration back : List.of(Duration.ofHours(1), Duration.ofDays(4), Duration.ofDays(24))) {
            List<Instant> all = Stream.iterate(
                            CronJobs.next(schedule, timeline.now().minus(back)),
                            Optional::isPresent,
                            run -> CronJobs.next(schedule, run.orElseThrow()))
                    .map(Optional::orElseThrow)
                    .takeWhile(run -> run.isBefore(timeline.now().minusSeconds(60)))
                    .toList();
            if (all.size() >= 3) {
                return all.subList(all.size() - 3, all.size());
            }
        }
        return List.of();
    }

    private void job(String namespace, ObjectNode cronJob, Instant at) {
        String name = Tree.text(cronJob, "metadata", "name") + "-" + at.getEpochSecond() / 60;
        Instant end = at.plusSeconds(random.nextInt(9, 50));
        ObjectNode job = CronJobs.job(cronJob, name);
        ObjectNode status = job.putObject("status");
        status.put("startTime", Tree.stamp(at)).put("completionTime", Tree.stamp(end));
        status.put("succeeded", 1).put("ready", 0).put("terminating", 0);
        Tree.child(status, "uncountedTerminatedPods");
        for (String condition : List.of("SuccessCriteriaMet", "Complete")) {
            Tree.setCondition(
                    job, condition, true, "CompletionsReached", "Reached expected number of succeeded pods", end);
        }
        ObjectNode placed = writer.place(Kinds.JOB, namespace, job, Plane.MANAGER, at);
        ObjectNode pod = Plane.pod(placed);
        Tree.child(pod, "metadata").put("name", name + "-" + ids.suffix());
        pods.placeEnded(namespace, pod, at, end);
    }
}
