package io.ansflow.inventory;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.TableApi;
import java.time.Clock;

/**
 * What the syncs of the kinds of one cluster share.
 *
 * @param server address of the cluster, whose data the rows are
 * @param ids for new rows
 */
record SyncContext(
        ClusterId cluster,
        String server,
        TableApi api,
        WriteLane lane,
        KnownRows known,
        ResourceTable table,
        SyncStates states,
        RowIds ids,
        ListTurns turns,
        SyncProgress progress,
        SyncSettings settings,
        Clock clock) {}
