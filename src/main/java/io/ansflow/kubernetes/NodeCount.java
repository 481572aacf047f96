package io.ansflow.kubernetes;

/** Nodes of a cluster, and how many of them report Ready. */
public record NodeCount(long total, long ready) {}
