package io.ansflow.operation.ui;

import io.ansflow.cluster.Cluster;
import io.ansflow.operation.Target;

/**
 * What a person is about to do something to, and where.
 *
 * @param target with the uid of the object that the person sees
 */
public record Subject(Cluster cluster, Target target) {}
