package io.ansflow.cluster;

/** What made the cluster; texts under {@code cluster.type.<NAME>}. */
public enum ClusterType {
    STANDARD,
    EKS,
    GKE,
    AKS,
    RKE,
    K3S,
    MINIKUBE,
    KIND
}
