package io.ansflow.inventory;

import static io.ansflow.inventory.TableRows.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.base.ClusterId;
import io.ansflow.base.StoredTimes;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContextHolder;

/** What tests of syncs have in common. */
abstract class SyncTest extends InventoryTest {
    static final ClusterFailure FORBIDDEN = ClusterFailure.of(FailureCode.FORBIDDEN, "list", "pods");
    static final ClusterFailure RESET = ClusterFailure.of(FailureCode.CONNECTION_FAILED, "one.example:443", "reset");
    static final ClusterFailure TOO_LARGE =
            ClusterFailure.of(FailureCode.RESPONSE_TOO_LARGE, "GET /api/v1/pods", "512");

    @Autowired
    ClusterSyncs syncs;

    /** What is stored of a kind is what the cluster has. */
    void assertMirrors(ClusterId id, String cluster, KindId kind) {
        assertThat(all(ResourceQuery.of(kind).clusters(Set.of(id))).stream()
                        .map(row -> row.namespace() + "/" + row.name() + " " + row.uid() + " " + row.resourceVersion()))
                .containsExactlyInAnyOrderElementsOf(fake(cluster).objects(kind.value()).stream()
                        .map(row -> row.namespace() + "/" + row.name() + " " + row.uid() + " " + row.resourceVersion())
                        .toList());
        assertThat(state(id, kind).rows())
                .isEqualTo(fake(cluster).objects(kind.value()).size());
    }

    Resource find(ClusterId id, String pod) {
        return inventory.find(new ResourceKey(id, PODS, "shop", pod)).orElseThrow();
    }

    /** Everything that the database has of a pod. */
    List<Object> row(String pod) {
        return List.copyOf(database.sql("select * from resource where name = ?")
                .param(pod)
                .query()
                .singleRow()
                .values());
    }

    Duration nextSyncIn(ClusterId id) {
        return Duration.between(
                clock.instant(),
                database.sql("select next_sync_at from cluster_sync where cluster_id = ?")
                        .param(id.value())
                        .query((row, number) -> StoredTimes.read(row, "next_sync_at"))
                        .single());
    }

    static void assertResult(
            KindResult result, SyncStatus status, SyncMode mode, long rows, long inserted, long updated, long deleted) {
        assertThat(result.status()).isEqualTo(status);
        assertThat(result.mode()).isEqualTo(mode);
        assertThat(List.of(result.rows(), result.inserted(), result.updated(), result.deleted()))
                .as("rows, inserted, updated, deleted")
                .containsExactly(rows, inserted, updated, deleted);
    }

    /** A sync asks clusters in threads of its own. */
    static Runnable asThisUser(Runnable action) {
        return DelegatingSecurityContextRunnable.create(action, SecurityContextHolder.getContext());
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
