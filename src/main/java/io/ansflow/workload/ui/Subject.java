package io.ansflow.workload.ui;

import io.ansflow.cluster.Cluster;
import io.ansflow.inventory.Resource;
import io.ansflow.operation.Target;

/**
 * What a person is about to do something to, and where.
 *
 * @param target with the uid of the object that the person sees
 */
public record Subject(Cluster cluster, Target target) {

    static Target target(Resource resource) {
        return new Target(
                resource.key().cluster(),
                resource.key().kind().value(),
                resource.namespace(),
                resource.name(),
                resource.uid());
    }

    boolean isPod() {
        return target.kind().equals("pods");
    }
}
