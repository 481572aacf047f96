package io.ansflow.inventory;

import static io.ansflow.testing.Needs.Part.CLUSTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.base.ClusterId;
import io.ansflow.cluster.Environment;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.testing.Entry;
import io.ansflow.testing.Needs;
import io.ansflow.testing.RealClusterTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The inventory of a real cluster. Others work in it as well, so comparisons of all of it are made until one holds. */
@Needs(CLUSTER)
@TestPropertySource(properties = "ansflow.sync.scheduled=false")
@Import(RealInventoryTest.Unknown.class)
class RealInventoryTest extends RealClusterTest {
    @Autowired
    private Inventory inventory;

    @Autowired
    private InventorySync sync;

    @Autowired
    private JdbcClient database;

    @TestConfiguration
    static class Unknown {
        /** A kind that no server knows. */
        @Bean
        ResourceKind unknown() {
            return new ResourceKind() {
                @Override
                public Kind kind() {
                    return new Kind(new KindId("nonesuches"), "Nonesuch", true, List.of());
                }

                @Override
                public Set<String> shortNames() {
                    return Set.of();
                }

                @Override
                public List<ApiResource> apis() {
                    return List.of(
                            new ApiResource("nobody.example", "v1", "nonesuches"),
                            new ApiResource("apps", "v1", "nonesuches"));
                }

                @Override
                public State state(Cells cells) {
                    return new State("", Health.UNKNOWN);
                }
            };
        }
    }

    @Test
    void is_the_cluster_object_by_object_after_a_full_read_and_after_changes() {
        eventually().untilAsserted(() -> {
            synced(true)
                    .forEach((kind, result) -> assertThat(result.status())
                            .as(kind)
                            .isEqualTo(kind.equals("nonesuches") ? SyncStatus.ABSENT : SyncStatus.OK));
            assertMirrors("");
        });

        String path = "/api/v1/namespaces/" + namespace.name();
        for (String name : List.of("stays", "changes", "goes")) {
            namespace.api().create(path + "/configmaps", """
                    {"metadata":{"name":"%s","labels":{"app":"before"}},"data":{"k":"v"}}""".formatted(name));
        }
        synced(false);
        assertMirrors(namespace.name());

        namespace.api().patch(path + "/configmaps/changes", """
                {"metadata":{"labels":{"app":"after"}},"data":{"another":"1"}}""");
        namespace.api().delete(path + "/configmaps/goes");
        namespace.api().create(path + "/configmaps", "{\"metadata\":{\"name\":\"comes\"}}");
        namespace.api().create(path + "/services", """
                {"metadata":{"name":"web"},"spec":{"ports":[{"port":80}]}}""");
        eventually().untilAsserted(() -> {
            assertThat(Entry.of(synced(false), "configmaps").mode()).isEqualTo(SyncMode.CATCH_UP);
            assertMirrors(namespace.name());
        });
        Resource changed = inventory
                .find(new ResourceKey(cluster, new KindId("configmaps"), namespace.name(), "changes"))
                .orElseThrow();
        assertThat(changed.labels()).containsEntry("app", "after");
        assertThat(changed.cells()).containsEntry("data", "2");
        eventually().untilAsserted(() -> {
            synced(false);
            assertMirrors("");
        });
    }

    @Test
    void neither_values_of_secrets_nor_what_may_hold_them_are_stored() {
        String value = "never-store-" + namespace.name();
        String encoded = Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
        namespace.api().create("/api/v1/namespaces/" + namespace.name() + "/secrets", """
                {"metadata":{"name":"password","annotations":{"kubectl.kubernetes.io/last-applied-configuration":
                "{\\"data\\":{\\"password\\":\\"%1$s\\"}}"}},"data":{"password":"%1$s","user":"%1$s"}}""".formatted(encoded));
        synced(false);
        Resource secret = inventory
                .find(new ResourceKey(cluster, new KindId("secrets"), namespace.name(), "password"))
                .orElseThrow();
        assertThat(secret.cells()).isEqualTo(Map.of("type", "Opaque", "data", "2"));
        assertThat(everythingStored())
                .contains("password")
                .doesNotContain(value)
                .doesNotContain(encoded)
                .doesNotContain("last-applied-configuration")
                .doesNotContain("f:data")
                .doesNotContain("managedFields");
    }

    @Test
    void kinds_that_may_not_be_read_leave_the_others_alone() {
        String name = namespace.name();
        String rbac = "/apis/rbac.authorization.k8s.io/v1";
        namespace
                .api()
                .create("/api/v1/namespaces/" + name + "/serviceaccounts", "{\"metadata\":{\"name\":\"limited\"}}");
        namespace.api().create("/api/v1/namespaces/" + name + "/configmaps", "{\"metadata\":{\"name\":\"settings\"}}");
        namespace.api().create(rbac + "/clusterroles", """
                {"metadata":{"name":"%s"},"rules":[{"apiGroups":[""],"resources":["configmaps"],"verbs":["list"]}]}""".formatted(name));
        namespace.api().create(rbac + "/clusterrolebindings", """
                {"metadata":{"name":"%1$s"},"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"%1$s"},
                "subjects":[{"kind":"ServiceAccount","name":"limited","namespace":"%1$s"}]}""".formatted(name));
        try {
            ClusterId limited = registered(name, real, serviceAccountToken(), Environment.TESTING);
            for (int round = 0; round < 2; round++) {
                Map<String, KindResult> results = synced(limited, false);
                assertThat(Entry.of(results, "configmaps").status()).isEqualTo(SyncStatus.OK);
                assertThat(Entry.of(results, "configmaps").rows()).isPositive();
                assertThat(Entry.of(results, "pods").status()).isEqualTo(SyncStatus.FORBIDDEN);
                assertThat(Entry.of(results, "pods").failure())
                        .isEqualTo(ClusterFailure.of(FailureCode.FORBIDDEN, "list", "pods"));
                assertThat(Entry.of(results, "deployments").failure())
                        .isEqualTo(ClusterFailure.of(FailureCode.FORBIDDEN, "list", "deployments.apps"));
            }
            assertThat(inventory.find(new ResourceKey(limited, new KindId("configmaps"), name, "settings")))
                    .isPresent();
        } finally {
            namespace.api().delete(rbac + "/clusterrolebindings/" + name);
            namespace.api().delete(rbac + "/clusterroles/" + name);
        }
    }

    /** The controller manager makes it, and takes a moment. */
    private String serviceAccountToken() {
        return eventually()
                .until(
                        () -> StreamSupport.stream(
                                        namespace
                                                .api()
                                                .get("/api/v1/namespaces/" + namespace.name() + "/secrets")
                                                .path("items")
                                                .spliterator(),
                                        false)
                                .filter(secret -> secret.path("metadata")
                                        .path("name")
                                        .asString()
                                        .startsWith("limited-token"))
                                .map(secret -> new String(
                                        Base64.getDecoder()
                                                .decode(secret.path("data")
                                                        .path("token")
                                                        .asString("")),
                                        StandardCharsets.UTF_8))
                                .findFirst()
                                .orElse(""),
                        token -> !token.isEmpty());
    }

    /** Compares with what the API server lists, of one namespace, or of all if it is empty. */
    private void assertMirrors(String where) {
        database.sql("select kind, path from kind_sync where cluster_id = ? and path is not null")
                .param(cluster.value())
                .query()
                .listOfRows()
                .forEach(row -> {
                    KindId kind = new KindId(Entry.of(row, "KIND").toString());
                    Set<String> stored =
                            new TreeSet<>(database.sql("select namespace, name, uid, resource_version from resource"
                                            + " where cluster_id = ? and kind = ?")
                                    .params(cluster.value(), kind.value())
                                    .query((found, number) -> found.getString(1) + "/" + found.getString(2) + " "
                                            + found.getString(3) + " " + found.getString(4))
                                    .list());
                    Set<String> there =
                            Listed.under(namespace.api(), Entry.of(row, "PATH").toString());
                    if (!where.isEmpty()) {
                        stored.removeIf(key -> !key.startsWith(where + "/"));
                        there.removeIf(key -> !key.startsWith(where + "/"));
                    }
                    assertThat(stored).as(kind.value()).isEqualTo(there);
                });
    }

    private Map<String, KindResult> synced(boolean full) {
        return synced(cluster, full);
    }

    private Map<String, KindResult> synced(ClusterId id, boolean full) {
        try {
            Map<String, KindResult> results = new LinkedHashMap<>();
            sync.run(id, full, progress -> {})
                    .forEach(result -> results.put(result.kind().value(), result));
            return results;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Every row of every table. */
    private String everythingStored() {
        List<String> rows = new ArrayList<>();
        database.sql("select table_name from information_schema.tables where table_schema = 'PUBLIC'")
                .query(String.class)
                .list()
                .forEach(table -> database.sql("select * from " + table)
                        .query()
                        .listOfRows()
                        .forEach(row -> rows.add(row.toString())));
        return rows.toString();
    }
}
