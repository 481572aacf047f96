package io.ansflow.cluster;

import io.ansflow.base.ClusterId;

/** A cluster that somebody else changed after it was looked at; nothing was saved over that. */
public class ChangedMeanwhile extends RuntimeException {
    ChangedMeanwhile(ClusterId id) {
        super("Cluster " + id + " was changed meanwhile");
    }
}
