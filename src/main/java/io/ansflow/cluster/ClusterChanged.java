package io.ansflow.cluster;

import io.ansflow.base.ClusterId;

/**
 * A cluster was registered, changed, checked or deleted, or its check moved on; in this process or, noticed a little
 * later, in another. Published as an application event, on any thread, after the change was committed.
 */
public record ClusterChanged(ClusterId id) {}
