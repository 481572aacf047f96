package io.ansflow.inventory;

import io.ansflow.base.ClusterId;

/**
 * A sync of the cluster was asked for, moved on or ended; in this process or, noticed a little later, in another.
 * Published as an application event, on any thread, after the change was committed, at most four times a second for one
 * cluster.
 */
public record InventoryChanged(ClusterId id) {}
