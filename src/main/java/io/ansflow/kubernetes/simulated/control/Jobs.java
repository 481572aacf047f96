package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.api.Kinds;
import io.ansflow.kubernetes.simulated.store.Entry;
import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Runs pods until enough of them have succeeded, or too many have failed. */
final class Jobs implements Controller {
    private static final String COMPONENT = "job-controller";
    private static final Duration RETRY = Duration.ofSeconds(20);

    private final Plane plane;
    private final PodControl control;

    Jobs(Plane plane) {
        this.plane = plane;
        this.control = new PodControl(plane, COMPONENT);
    }

    @Override
    public void reconcile(Entry entry) {
        ObjectNode job = entry.tree();
        if (entry.deleting() || over(job)) {
            return;
        }
        List<Entry> pods = plane.owned(Kinds.POD, entry.uid());
        long succeeded =
                pods.stream().filter(pod -> pod.phase().equals("Succeeded")).count();
        long failed = pods.stream().filter(pod -> pod.phase().equals("Failed")).count();
        List<Entry> active = pods.stream()
                .filter(pod -> !pod.phase().equals("Succeeded") && !pod.phase().equals("Failed"))
                .toList();
        boolean suspended = Tree.at(job, "spec", "suspend").asBoolean(false);
        int wanted = Tree.number(job, 1, "spec", "completions");
        boolean complete = succeeded >= wanted;
        boolean hopeless = failed > Tree.number(job, 6, "spec", "backoffLimit");
        if (suspended || complete || hopeless) {
            active.stream().filter(pod -> !pod.deleting()).forEach(plane::delete);
        } else {
            long missing = Math.min(Tree.number(job, 1, "spec", "parallelism"), wanted - succeeded) - active.size();
            create(entry, job, missing);
        }
        writeStatus(entry, suspended, complete, hopeless);
    }

    /** Whether the job has come to its end. */
    static boolean over(ObjectNode job) {
        return Tree.condition(job, "Complete") != null || Tree.condition(job, "Failed") != null;
    }

    private void create(Entry entry, ObjectNode job, long count) {
        for (int i = 0; i < count; i++) {
            if (control.createNamed(job).isPresent()) {
                plane.lookAfter(RETRY, entry.key());
                return;
            }
        }
    }

    private void writeStatus(Entry entry, boolean suspended, boolean complete, boolean hopeless) {
        if (plane.store().find(entry.key()) == null) {
            return;
        }
        List<Entry> pods = plane.owned(Kinds.POD, entry.uid());
        long succeeded =
                pods.stream().filter(pod -> pod.phase().equals("Succeeded")).count();
        long failed = pods.stream().filter(pod -> pod.phase().equals("Failed")).count();
        long ready = pods.stream().filter(Entry::ready).count();
        String now = Tree.stamp(plane.now());
        ObjectNode written = plane.writer().status(entry.key(), Plane.MANAGER, job -> {
            ObjectNode status = Tree.child(job, "status");
            ReplicaSets.count(status, "active", complete || hopeless ? 0 : pods.size() - succeeded - failed);
            ReplicaSets.count(status, "succeeded", succeeded);
            ReplicaSets.count(status, "failed", failed);
            status.put("ready", (int) ready).put("terminating", 0);
            Tree.child(status, "uncountedTerminatedPods");
            if (!status.has("startTime") && !suspended) {
                status.put("startTime", now);
            }
            if (complete) {
                status.put("completionTime", now);
                end(job, "SuccessCriteriaMet", "CompletionsReached", "Reached expected number of succeeded pods");
                end(job, "Complete", "CompletionsReached", "Reached expected number of succeeded pods");
            } else if (hopeless) {
                end(job, "FailureTarget", "BackoffLimitExceeded", "Job has reached the specified backoff limit");
                end(job, "Failed", "BackoffLimitExceeded", "Job has reached the specified backoff limit");
            } else if (suspended) {
                Tree.setCondition(job, "Suspended", true, "JobSuspended", "Job suspended", plane.now());
            } else if (Tree.condition(job, "Suspended") != null) {
                Tree.setCondition(job, "Suspended", false, "JobResumed", "Job resumed", plane.now());
            }
        });
        if (complete) {
            plane.events().normal(written, COMPONENT, "Completed", "Job completed");
        } else if (hopeless) {
            plane.events()
                    .warning(written, COMPONENT, "BackoffLimitExceeded", "Job has reached the specified backoff limit");
        }
        removeInTime(entry, written);
    }

    private void end(ObjectNode job, String type, String reason, String message) {
        Tree.setCondition(job, type, true, reason, message, plane.now()).put("lastProbeTime", Tree.stamp(plane.now()));
    }

    private void removeInTime(Entry entry, ObjectNode job) {
        int seconds = Tree.number(job, -1, "spec", "ttlSecondsAfterFinished");
        if (seconds >= 0 && over(job)) {
            plane.timeline().after(Duration.ofSeconds(seconds), () -> {
                Entry now = plane.store().find(entry.key());
                if (now != null && now.uid().equals(entry.uid()) && !now.deleting()) {
                    plane.delete(now);
                }
            });
        }
    }
}
