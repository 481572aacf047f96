package io.ansflow.workload;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.ResourceType;
import io.ansflow.kubernetes.object.WriteMode;
import io.ansflow.operation.ClusterObjects;
import io.ansflow.operation.ClusterObjects.Change;
import io.ansflow.operation.Target;
import io.ansflow.operation.Targets;
import java.security.SecureRandom;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Runs a CronJob out of its turn, as {@code kubectl create job --from}. */
@Component
class CronJobRun {
    /** Of a job's name, which becomes the value of a label. */
    private static final int MAX_NAME = 63;

    private static final String MARK = "-manual-";
    private static final int RANDOM_LETTERS = 5;
    /** As the API server has them in its own names: no vowels, no words. */
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

    private final ClusterObjects objects;
    private final SecureRandom random = new SecureRandom();

    CronJobRun(ClusterObjects objects) {
        this.objects = objects;
    }

    Answer<Target> now(Target cronJob) {
        Target job = new Target(cronJob.cluster(), "jobs", cronJob.namespace(), jobName(cronJob.name()), null);
        var change = new Change("workload.runNow", job, "cronjobs/" + cronJob.name());
        return objects.change(
                        change,
                        api -> Targets.get(api, cronJob)
                                .then(found -> api.create(
                                        ResourceType.JOB.named(job.namespace(), job.name()),
                                        job(job.name(), found),
                                        WriteMode.PERSIST)))
                .then(created -> Answer.of(Targets.of(job, created)));
    }

    private static ObjectNode job(String name, KubeObject cronJob) {
        ObjectNode template = cronJob.copy().withObjectProperty("spec").withObjectProperty("jobTemplate");
        ObjectNode job = JsonMapper.shared().createObjectNode();
        job.put("apiVersion", ResourceType.JOB.apiVersion()).put("kind", ResourceType.JOB.kind());
        ObjectNode metadata = job.putObject("metadata").put("name", name);
        metadata.set("labels", template.withObject("/metadata/labels"));
        ObjectNode annotations = metadata.putObject("annotations");
        template.path("metadata").path("annotations").forEachEntry(annotations::set);
        annotations.put("cronjob.kubernetes.io/instantiate", "manual");
        metadata.putArray("ownerReferences")
                .addObject()
                .put("apiVersion", cronJob.apiVersion())
                .put("kind", cronJob.kind())
                .put("name", cronJob.name())
                .put("uid", cronJob.uid())
                .put("controller", true);
        job.set("spec", template.path("spec"));
        return job;
    }

    private String jobName(String cronJob) {
        StringBuilder name = new StringBuilder(
                cronJob.substring(0, Math.min(cronJob.length(), MAX_NAME - MARK.length() - RANDOM_LETTERS)));
        name.append(MARK);
        for (int i = 0; i < RANDOM_LETTERS; i++) {
            name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return name.toString();
    }
}
