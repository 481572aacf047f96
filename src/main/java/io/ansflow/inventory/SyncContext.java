package io.ansflow.inventory;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.TableApi;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the syncs of the kinds of one cluster share.
 *
 * @param server address of the cluster, whose data the rows are
 * @param nextId a free id for a row; taken from here, as nobody else writes rows of the cluster
 */
record SyncContext(
        ClusterId cluster,
        String server,
        TableApi api,
        WriteLane lane,
        ResourceTable table,
        SyncStates states,
        AtomicLong nextId,
        SyncProgress progress,
        SyncSettings settings,
        Clock clock) {}
