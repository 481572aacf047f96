package io.ansflow.workload;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.object.Quantity;
import io.ansflow.operation.Target;
import io.ansflow.security.RequiresViewer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What nodes and pods really use, where the cluster has the metrics API. Where it has none the answer is empty: nothing is
 * known then, which is not zero.
 */
public interface ResourceUse {
    /** Of all nodes, by name. */
    @RequiresViewer
    Answer<Optional<List<Use>>> nodes(ClusterId cluster);

    /** Of the pods of a namespace, by name. */
    @RequiresViewer
    Answer<Optional<List<Use>>> pods(ClusterId cluster, String namespace);

    /** Of the pods on a node, by namespace and name. */
    @RequiresViewer
    Answer<Optional<List<Use>>> podsOn(Target node);

    /**
     * The use of one node or pod.
     *
     * @param namespace empty for nodes
     * @param cpu in cores
     * @param memory in bytes
     */
    record Use(String namespace, String name, Amount cpu, Amount memory) {}

    /**
     * Used, and of what.
     *
     * @param used null if the metrics API does not (yet) know this one
     * @param requested by the containers, of a node by those of its pods; null if none requests any
     * @param limit of the containers if all have one, else null; of a node what it can allocate
     */
    record Amount(
            @Nullable Quantity used,
            @Nullable Quantity requested,
            @Nullable Quantity limit) {}
}
