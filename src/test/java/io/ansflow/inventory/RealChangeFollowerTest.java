package io.ansflow.inventory;

import static io.ansflow.testing.Answers.got;
import static io.ansflow.testing.Needs.Part.CLUSTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.object.DeleteRequest;
import io.ansflow.operation.ClusterObjects;
import io.ansflow.operation.ClusterObjects.Change;
import io.ansflow.operation.Target;
import io.ansflow.operation.Targets;
import io.ansflow.testing.Needs;
import io.ansflow.testing.RealClusterTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What a real cluster takes its time to do comes into the inventory without a sync. */
@Needs(CLUSTER)
@TestPropertySource(properties = "ansflow.sync.scheduled=false")
class RealChangeFollowerTest extends RealClusterTest {
    private static final String LET_GO = "{\"metadata\":{\"finalizers\":null}}";
    private static final Duration LONGER_THAN_EVERY_LOOK_IN_ANY_CASE = Duration.ofSeconds(17);

    @Autowired
    private Inventory inventory;

    @Autowired
    private InventorySync sync;

    @Autowired
    private ClusterObjects objects;

    @Autowired
    private JdbcClient database;

    private String configMaps;

    @BeforeEach
    void know_a_config_map_that_a_finalizer_holds() throws InterruptedException {
        configMaps = "/api/v1/namespaces/" + namespace.name() + "/configmaps";
        namespace.api().create(configMaps, """
                {"metadata":{"name":"held","finalizers":["ansflow.example/hold"]}}""");
        sync.run(cluster, false, progress -> {});
    }

    @AfterEach
    void let_go() {
        try {
            namespace.api().patch(configMaps + "/held", LET_GO);
        } catch (IllegalStateException gone) {
            // As it should be.
        }
    }

    @Test
    void a_deletion_that_a_finalizer_holds_up_is_followed_until_it_is_over() {
        Object synced = lastSync();
        delete();
        eventually().until(() -> status().equals("Terminating"));
        eventually().during(LONGER_THAN_EVERY_LOOK_IN_ANY_CASE).until(() -> status().equals("Terminating"));

        namespace.api().patch(configMaps + "/held", LET_GO);

        eventually().until(() -> status().equals("gone"));
        assertThat(lastSync()).isEqualTo(synced);
    }

    private void delete() {
        Target target = new Target(cluster, "configmaps", namespace.name(), "held", null);
        assertThat(got(objects.delete(
                        new Change("workload.delete", target, ""),
                        api -> Targets.ref(api, target)
                                .then(ref ->
                                        api.get(ref).then(found -> api.delete(ref, DeleteRequest.of(found.uid())))))))
                .isPresent();
    }

    private String status() {
        return inventory
                .find(new ResourceKey(cluster, new KindId("configmaps"), namespace.name(), "held"))
                .map(Resource::status)
                .orElse("gone");
    }

    private Object lastSync() {
        return database.sql("select ended_at from cluster_sync where cluster_id = ?")
                .param(cluster.value())
                .query()
                .singleValue();
    }
}
