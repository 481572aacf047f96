package io.ansflow.workload.ui;

import io.ansflow.inventory.Resource;
import io.ansflow.operation.Target;

/** The object that a row of the inventory stands for. */
final class ResourceTarget {
    private ResourceTarget() {}

    static Target of(Resource resource) {
        return new Target(
                resource.key().cluster(),
                resource.key().kind().value(),
                resource.namespace(),
                resource.name(),
                resource.uid());
    }
}
