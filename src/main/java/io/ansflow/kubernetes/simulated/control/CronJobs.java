package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.api.Kinds;
import io.ansflow.kubernetes.simulated.api.Rejection;
import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.ObjectKey;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes jobs when it is time, by UTC, and forgets all but the last of them. */
final class CronJobs implements Controller {
    private static final String COMPONENT = "cronjob-controller";
    private static final int SECONDS_OF_A_MINUTE = 60;

    private final Plane plane;

    /** For which schedule the next run of a cron job is waited for. */
    private final Map<String, String> waiting = new HashMap<>();

    CronJobs(Plane plane) {
        this.plane = plane;
    }

    @Override
    public void reconcile(Entry entry) {
        if (entry.deleting()) {
            return;
        }
        ObjectNode cronJob = entry.tree();
        String schedule = Tree.text(cronJob, "spec", "schedule");
        if (!schedule.equals(waiting.put(entry.uid(), schedule))) {
            await(entry.key(), entry.uid(), schedule);
        }
        cleanUp(cronJob);
        writeStatus(entry.key());
    }

    private void await(ObjectKey key, String uid, String schedule) {
        next(schedule, plane.now())
                .ifPresent(at -> plane.timeline().at(at, () -> {
                    Entry entry = plane.store().find(key);
                    if (entry == null || !entry.uid().equals(uid)) {
                        waiting.remove(uid);
                    } else if (schedule.equals(waiting.get(uid))) {
                        run(entry, at);
                        await(key, uid, schedule);
                    }
                }));
    }

    /** The next time after a moment; empty for a schedule that never comes true. */
    static Optional<Instant> next(String schedule, Instant after) {
        try {
            String expression = schedule.startsWith("@") ? schedule : "0 " + schedule;
            return Optional.ofNullable(
                            CronExpression.parse(expression).next(ZonedDateTime.ofInstant(after, ZoneOffset.UTC)))
                    .map(ZonedDateTime::toInstant);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void run(Entry entry, Instant at) {
        ObjectNode cronJob = entry.tree();
        boolean busy = !Tree.at(cronJob, "status", "active").isEmpty();
        String policy = Tree.text(cronJob, "spec", "concurrencyPolicy");
        if (entry.deleting() || Tree.at(cronJob, "spec", "suspend").asBoolean(false)) {
            return;
        }
        if (busy && policy.equals("Forbid")) {
            plane.events()
                    .normal(
                            cronJob,
                            COMPONENT,
                            "JobAlreadyActive",
                            "Not starting job because prior execution is running and concurrency policy is Forbid");
            return;
        }
        String name = entry.key().name() + "-" + at.getEpochSecond() / SECONDS_OF_A_MINUTE;
        try {
            plane.writer().create(Kinds.JOB, entry.key().namespace(), job(cronJob, name), Plane.MANAGER);
        } catch (Rejection e) {
            plane.events()
                    .warning(
                            cronJob,
                            COMPONENT,
                            "FailedCreate",
                            "Error creating job: " + e.failure().arguments().getLast());
            return;
        }
        plane.events().normal(cronJob, COMPONENT, "SuccessfulCreate", "Created job " + name);
        plane.writer()
                .status(
                        entry.key(),
                        Plane.MANAGER,
                        changed -> Tree.child(changed, "status").put("lastScheduleTime", Tree.stamp(at)));
    }

    /** A job of a cron job. */
    static ObjectNode job(ObjectNode cronJob, String name) {
        JsonNode template = Tree.at(cronJob, "spec", "jobTemplate");
        ObjectNode job = Tree.object();
        ObjectNode metadata = job.putObject("metadata").put("name", name);
        JsonNode labels = Tree.at(template, "metadata", "labels");
        if (!labels.isEmpty()) {
            metadata.set("labels", labels.deepCopy());
        }
        job.set("spec", template.path("spec").deepCopy());
        Plane.own(job, cronJob);
        return job;
    }

    private void cleanUp(ObjectNode cronJob) {
        List<Entry> jobs = plane.owned(Kinds.JOB, Tree.text(cronJob, "metadata", "uid"));
        keep(jobs, "Complete", Tree.number(cronJob, 3, "spec", "successfulJobsHistoryLimit"));
        keep(jobs, "Failed", Tree.number(cronJob, 1, "spec", "failedJobsHistoryLimit"));
    }

    private void keep(List<Entry> jobs, String condition, int most) {
        List<Entry> ended = jobs.stream()
                .filter(job -> !job.deleting() && Tree.condition(job.tree(), condition) != null)
                .sorted(Comparator.comparingLong(Entry::version))
                .toList();
        ended.stream().limit(Math.max(0, ended.size() - most)).forEach(plane::delete);
    }

    private void writeStatus(ObjectKey key) {
        plane.writer().status(key, Plane.MANAGER, cronJob -> {
            ObjectNode status = Tree.child(cronJob, "status");
            ArrayNode active = Tree.array();
            for (Entry entry : plane.owned(Kinds.JOB, Tree.text(cronJob, "metadata", "uid"))) {
                ObjectNode job = entry.tree();
                if (!Jobs.over(job)) {
                    active.addObject()
                            .put("apiVersion", "batch/v1")
                            .put("kind", "Job")
                            .put("name", entry.key().name())
                            .put("namespace", entry.key().namespace())
                            .put("uid", entry.uid());
                } else if (Tree.at(job, "status").has("completionTime")) {
                    status.set("lastSuccessfulTime", Tree.at(job, "status", "completionTime"));
                }
            }
            status.remove("active");
            if (!active.isEmpty()) {
                status.set("active", active);
            }
        });
    }
}
