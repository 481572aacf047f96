package io.ansflow.inventory;

import io.ansflow.base.ClusterId;
import io.ansflow.base.StoredTimes;
import io.ansflow.jobs.Leases;
import io.ansflow.jobs.Leases.Lease;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes what nobody will see again: the rows of deleted clusters at once, and those of kinds that could not be read for
 * as long as they are retained; people were told when. So go those of kinds that this version does not have. In batches, so that nobody waits for it.
 */
@Component
@ConditionalOnProperty(name = "ansflow.sync.scheduled", matchIfMissing = true)
class CleanUp {
    private static final Logger log = LoggerFactory.getLogger(CleanUp.class);
    private static final int BATCH = 500;

    private final ResourceTable table;
    private final Leases leases;
    private final SyncSettings settings;
    private final ResourceKinds kinds;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CleanUp(
            ResourceTable table,
            Leases leases,
            SyncSettings settings,
            ResourceKinds kinds,
            JdbcClient database,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.leases = leases;
        this.settings = settings;
        this.kinds = kinds;
        this.database = database;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** Rows of a kind in a cluster. */
    private record Part(ClusterId cluster, KindId kind) {}

    @Scheduled(fixedDelayString = "PT5S")
    void removeDeletedClusters() {
        for (ClusterId cluster : deleted()) {
            // A sync that is still under way loses its lease, and writes nothing more.
            leases.forget(ClusterSyncs.leaseName(cluster));
            kindsOf(cluster).forEach(part -> remove(part, () -> {}));
            while (Objects.requireNonNull(transaction.execute(status -> table.unindex(cluster, BATCH))) == BATCH) {}
            transaction.executeWithoutResult(status -> {
                delete("delete from kind_sync where cluster_id = ?", cluster);
                delete("delete from cluster_sync where cluster_id = ?", cluster);
            });
            log.info("Removed what was known of the deleted cluster {}", cluster);
        }
    }

    @Scheduled(fixedDelayString = "PT1M")
    void removeUnreadable() {
        for (Part part : unreadable()) {
            Optional<Lease> lease = leases.acquire(ClusterSyncs.leaseName(part.cluster()), SyncRun.LEASE);
            if (lease.isPresent()) {
                try {
                    removeUnreadable(part, lease.get());
                } finally {
                    leases.release(lease.get());
                }
                events.publishEvent(new InventoryChanged(part.cluster()));
            }
        }
    }

    private void removeUnreadable(Part part, Lease lease) {
        if (!unreadable().contains(part)) {
            return; // A sync was faster than we, and could read it.
        }
        remove(part, () -> leases.confirm(lease));
        transaction.executeWithoutResult(status -> {
            leases.confirm(lease);
            database.sql("update kind_sync set row_count = 0, resource_version = null, as_of = null"
                            + " where cluster_id = ? and kind = ?")
                    .param(part.cluster().value())
                    .param(part.kind().value())
                    .update();
        });
        log.info("Removed the {} of cluster {}, unreadable for long", part.kind(), part.cluster());
    }

    private List<ClusterId> deleted() {
        return database.sql("select s.cluster_id from cluster_sync s left join cluster c on c.id = s.cluster_id"
                        + " where c.id is null")
                .query((row, number) -> new ClusterId(row.getLong(1)))
                .list();
    }

    private List<Part> kindsOf(ClusterId cluster) {
        return database.sql("select distinct kind from resource where id >= ? and id < ?")
                .param(RowIds.first(cluster))
                .param(RowIds.end(cluster))
                .query((row, number) -> new Part(cluster, new KindId(row.getString(1))))
                .list();
    }

    private List<Part> unreadable() {
        return database.sql("select cluster_id, kind from kind_sync where as_of < :long_ago"
                        + " and (status in ('FORBIDDEN', 'ABSENT') or kind not in (:kinds))")
                .param("long_ago", StoredTimes.of(clock.instant().minus(settings.retention())))
                .param(
                        "kinds",
                        kinds.all().stream()
                                .map(kind -> kind.kind().id().value())
                                .toList())
                .query((row, number) -> new Part(new ClusterId(row.getLong(1)), new KindId(row.getString(2))))
                .list();
    }

    /** @param allowed throws if nothing more may be removed */
    private void remove(Part part, Runnable allowed) {
        List<RowWrite> batch;
        do {
            List<RowWrite> some = table.some(part.cluster(), part.kind(), BATCH);
            batch = some;
            if (!some.isEmpty()) {
                transaction.executeWithoutResult(status -> {
                    allowed.run();
                    table.write(part.cluster(), part.kind(), some);
                });
            }
        } while (batch.size() == BATCH);
    }

    private void delete(String sql, ClusterId cluster) {
        database.sql(sql).param(cluster.value()).update();
    }
}
