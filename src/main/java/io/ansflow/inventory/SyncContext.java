package io.ansflow.inventory;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.TableApi;
import java.time.Clock;
import java.util.concurrent.Semaphore;

/**
 * What the syncs of the kinds of one cluster share.
 *
 * @param server address of the cluster, whose data the rows are
 * @param ids for new rows
 * @param lists permits for whole lists to be read
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
        Semaphore lists,
        SyncProgress progress,
        SyncSettings settings,
        Clock clock) {}
