package io.ansflow.kubernetes.object;

/**
 * What the cluster says about what the credential may do.
 *
 * @param reason in the cluster's words, shortened; often empty
 */
public record AccessAnswer(boolean allowed, String reason) {}
