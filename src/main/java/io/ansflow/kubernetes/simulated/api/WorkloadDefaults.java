package io.ansflow.kubernetes.simulated.api;

import io.ansflow.kubernetes.simulated.store.Tree;
import tools.jackson.databind.node.ObjectNode;

/** Fills in what was left out of workloads, and of what scales them. */
final class WorkloadDefaults {
    private WorkloadDefaults() {}

    private static void template(ObjectNode spec) {
        PodDefaults.spec(Tree.child(spec, "template", "spec"));
    }

    static void deployment(ObjectNode deployment) {
        ObjectNode spec = Tree.child(deployment, "spec");
        Missing.number(spec, "replicas", 1);
        template(spec);
        ObjectNode strategy = Tree.child(spec, "strategy");
        Missing.text(strategy, "type", "RollingUpdate");
        if (Tree.text(strategy, "type").equals("RollingUpdate")) {
            ObjectNode rolling = Tree.child(strategy, "rollingUpdate");
            Missing.text(rolling, "maxUnavailable", "25%");
            Missing.text(rolling, "maxSurge", "25%");
        }
        Missing.number(spec, "revisionHistoryLimit", 10);
        Missing.number(spec, "progressDeadlineSeconds", 600);
    }

    static void replicaSet(ObjectNode set) {
        Missing.number(Tree.child(set, "spec"), "replicas", 1);
        template(Tree.child(set, "spec"));
    }

    static void statefulSet(ObjectNode set) {
        ObjectNode spec = Tree.child(set, "spec");
        Missing.number(spec, "replicas", 1);
        template(spec);
        Missing.text(spec, "podManagementPolicy", "OrderedReady");
        ObjectNode strategy = Tree.child(spec, "updateStrategy");
        Missing.text(strategy, "type", "RollingUpdate");
        if (Tree.text(strategy, "type").equals("RollingUpdate")) {
            Missing.number(Tree.child(strategy, "rollingUpdate"), "partition", 0);
        }
        Missing.number(spec, "revisionHistoryLimit", 10);
        spec.path("volumeClaimTemplates").forEach(claim -> {
            Missing.text((ObjectNode) claim, "apiVersion", "v1");
            Missing.text((ObjectNode) claim, "kind", "PersistentVolumeClaim");
            Missing.text(Tree.child((ObjectNode) claim, "spec"), "volumeMode", "Filesystem");
            Missing.text(Tree.child((ObjectNode) claim, "status"), "phase", "Pending");
        });
    }

    static void daemonSet(ObjectNode set) {
        ObjectNode spec = Tree.child(set, "spec");
        template(spec);
        ObjectNode strategy = Tree.child(spec, "updateStrategy");
        Missing.text(strategy, "type", "RollingUpdate");
        if (Tree.text(strategy, "type").equals("RollingUpdate")) {
            Missing.number(Tree.child(strategy, "rollingUpdate"), "maxUnavailable", 1);
            Missing.number(Tree.child(strategy, "rollingUpdate"), "maxSurge", 0);
        }
        Missing.number(spec, "revisionHistoryLimit", 10);
    }

    /** Its selector is made up from its uid, so that jobs do not get hold of each other's pods. */
    static void job(ObjectNode job) {
        ObjectNode spec = Tree.child(job, "spec");
        jobSpec(spec);
        if (!spec.path("manualSelector").asBoolean(false) && !spec.has("selector")) {
            String uid = Tree.text(job, "metadata", "uid");
            Tree.child(spec, "selector", "matchLabels").put("batch.kubernetes.io/controller-uid", uid);
            ObjectNode labels = Tree.child(spec, "template", "metadata", "labels");
            String name = Tree.text(job, "metadata", "name");
            labels.put("batch.kubernetes.io/controller-uid", uid);
            labels.put("batch.kubernetes.io/job-name", name);
            labels.put("controller-uid", uid);
            labels.put("job-name", name);
            ObjectNode own = Tree.child(job, "metadata", "labels");
            if (own.isEmpty()) {
                own.setAll(labels);
            }
        }
    }

    private static void jobSpec(ObjectNode spec) {
        template(spec);
        Missing.number(spec, "parallelism", 1);
        Missing.number(spec, "completions", 1);
        Missing.number(spec, "backoffLimit", 6);
        Missing.text(spec, "completionMode", "NonIndexed");
        Missing.flag(spec, "suspend", false);
        Missing.text(spec, "podReplacementPolicy", "TerminatingOrFailed");
    }

    static void cronJob(ObjectNode cronJob) {
        ObjectNode spec = Tree.child(cronJob, "spec");
        Missing.text(spec, "concurrencyPolicy", "Allow");
        Missing.flag(spec, "suspend", false);
        Missing.number(spec, "successfulJobsHistoryLimit", 3);
        Missing.number(spec, "failedJobsHistoryLimit", 1);
        PodDefaults.spec(Tree.child(spec, "jobTemplate", "spec", "template", "spec"));
    }

    static void autoscaler(ObjectNode autoscaler) {
        ObjectNode spec = Tree.child(autoscaler, "spec");
        Missing.number(spec, "minReplicas", 1);
        if (!spec.has("metrics")) {
            ObjectNode metric = spec.putArray("metrics").addObject().put("type", "Resource");
            metric.putObject("resource")
                    .put("name", "cpu")
                    .putObject("target")
                    .put("type", "Utilization")
                    .put("averageUtilization", 80);
        }
    }
}
