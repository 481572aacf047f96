package io.ansflow.workload;

import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.operation.Target;

/** What applying one document of a YAML text would do, by the cluster's own word. */
public sealed interface ManifestPlan {
    /** In which line of the text the document begins, from 1. */
    int line();

    /** What it is about. */
    Target target();

    /** There is no such object yet. */
    record Creates(int line, Target target, String diff) implements ManifestPlan {}

    /**
     * There is one, and it changes.
     *
     * @param target with the uid of the object
     * @param diff unified, of the object before and after; values of Secrets are masked
     */
    record Changes(int line, Target target, String diff) implements ManifestPlan {}

    /** There is one, and it is as wanted already. */
    record Same(int line, Target target) implements ManifestPlan {}

    /** The cluster would refuse. */
    record Refused(int line, Target target, ClusterFailure failure) implements ManifestPlan {}

    /** What it needs does not exist yet, but an earlier document makes it. Judged when it is applied. */
    record Later(int line, Target target) implements ManifestPlan {}
}
