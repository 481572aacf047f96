package io.ansflow.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.TableApi.ListEnd;
import io.ansflow.kubernetes.TableApi.ListRequest;
import io.ansflow.kubernetes.TableApi.WatchEnd;
import io.ansflow.kubernetes.TableApi.WatchRequest;
import io.ansflow.kubernetes.object.DeleteRequest;
import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.object.PatchType;
import io.ansflow.kubernetes.object.ResourceType;
import io.ansflow.kubernetes.object.WriteMode;
import io.ansflow.testing.RecordedRows;
import io.ansflow.testing.TestedCluster;
import io.ansflow.testing.TestedCluster.Who;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the port promises about collections, whatever is behind it. Others may work in the cluster meanwhile. */
abstract class TablesContract {
    private static final String PATH = "/api/v1/configmaps";
    private static final ResourceType CONFIG_MAP = new ResourceType("", "v1", "configmaps", "ConfigMap", true);

    private final TestedCluster cluster;
    private final TableApi tables;
    private final ObjectApi objects;

    TablesContract(TestedCluster cluster) {
        this.cluster = cluster;
        this.tables = cluster.tables(Who.ADMINISTRATOR);
        this.objects = cluster.objects(Who.ADMINISTRATOR);
    }

    @AfterEach
    void disconnect() {
        tables.close();
        objects.close();
        cluster.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_row_has_the_metadata_and_the_columns_of_its_object(boolean paged) {
        KubeObject created = created("one");

        RecordedRows rows = new RecordedRows();
        assertThat(got(tables.list(new ListRequest(PATH, created.resourceVersion(), paged), rows)))
                .isInstanceOf(ListEnd.Complete.class);

        assertThat(rows.bytes()).isPositive();
        assertThat(rows.in(cluster.namespace(), "one")).singleElement().satisfies(row -> {
            assertThat(row.headings()).containsExactly("Name", "Data", "Age");
            assertThat(row.cells()).startsWith("one", "2").hasSize(3);
            assertThat(row.uid()).isEqualTo(created.uid());
            assertThat(row.resourceVersion()).isEqualTo(created.resourceVersion());
            assertThat(row.createdAt()).isEqualTo(created.createdAt());
            assertThat(row.deleting()).isFalse();
            assertThat(row.labels()).isEqualTo(Map.of("tier", "one"));
            assertThat(row.owners()).isEmpty();
        });
    }

    @Test
    void a_watch_tells_what_happened_since_a_list_in_order_and_goes_on_from_there() {
        created("changes");
        KubeObject goes = created("goes");
        String listed = listed(goes.resourceVersion());
        KubeObject comes = created("comes");
        got(objects.patch(ref("changes"), PatchType.MERGE, tree("{'data':{'c':'3'}}"), WriteMode.PERSIST));
        got(objects.delete(ref("goes"), DeleteRequest.of(goes.uid())));

        RecordedRows changes = new RecordedRows();
        WatchEnd end = got(tables.watch(new WatchRequest(PATH, listed), changes));

        assertThat(changes.in(cluster.namespace(), ""))
                .extracting(TableRow::name)
                .containsExactly("comes", "changes");
        assertThat(changes.in(cluster.namespace(), "comes").getFirst().uid()).isEqualTo(comes.uid());
        assertThat(changes.in(cluster.namespace(), "changes").getFirst().cells())
                .contains("3");
        assertThat(changes.deletedIn(cluster.namespace()))
                .singleElement()
                .satisfies(row -> assertThat(row.uid()).isEqualTo(goes.uid()));

        RecordedRows later = new RecordedRows();
        String caughtUp = ((WatchEnd.CaughtUp) end).resourceVersion();
        assertThat(got(tables.watch(new WatchRequest(PATH, caughtUp), later))).isInstanceOf(WatchEnd.CaughtUp.class);
        assertThat(later.in(cluster.namespace(), "")).isEmpty();
        assertThat(later.deletedIn(cluster.namespace())).isEmpty();
    }

    @Test
    void a_collection_that_nobody_serves_is_absent() {
        for (String path : List.of("/apis/nobody.example/v1/nonesuches", "/apis/apps/v1/nonesuches")) {
            assertThat(got(tables.list(new ListRequest(path, null, false), new RecordedRows())))
                    .isInstanceOf(ListEnd.Absent.class);
            assertThat(got(tables.watch(new WatchRequest(path, "5"), new RecordedRows())))
                    .isInstanceOf(WatchEnd.Absent.class);
        }
    }

    @Test
    void who_may_not_list_is_told_what() {
        try (TableApi nobody = cluster.tables(Who.NOBODY)) {
            assertThat(nobody.list(new ListRequest("/apis/apps/v1/deployments", null, false), new RecordedRows()))
                    .isEqualTo(Answer.failed(ClusterFailure.of(FailureCode.FORBIDDEN, "list", "deployments.apps")));
            assertThat(nobody.watch(new WatchRequest(PATH, "5"), new RecordedRows()))
                    .isEqualTo(Answer.failed(ClusterFailure.of(FailureCode.FORBIDDEN, "watch", "configmaps")));
        }
    }

    @Test
    void a_stranger_is_told_so() {
        try (TableApi stranger = cluster.tables(Who.STRANGER)) {
            assertThat(stranger.list(new ListRequest(PATH, null, false), new RecordedRows()))
                    .isInstanceOfSatisfying(
                            Answer.Failed.class,
                            failed -> assertThat(failed.failure().code()).isEqualTo(FailureCode.UNAUTHORIZED));
        }
    }

    @Test
    void a_check_counts_what_is_listed() {
        created("one");
        try (ClusterApi check = cluster.check(Who.ADMINISTRATOR)) {
            cluster.eventually(
                    () -> count("/api/v1/namespaces") == got(check.namespaces())
                            && count("/api/v1/nodes") == got(check.nodes()).total()
                            && count("/api/v1/pods") == got(check.podsTotal()),
                    Boolean::booleanValue);
            assertThat(got(check.version())).matches("v1\\.\\d+\\.\\d+.*");
        }
    }

    @Test
    void a_check_tells_who_may_not_ask() {
        try (ClusterApi nobody = cluster.check(Who.NOBODY);
                ClusterApi stranger = cluster.check(Who.STRANGER)) {
            assertThat(nobody.podsTotal())
                    .isEqualTo(Answer.failed(ClusterFailure.of(FailureCode.FORBIDDEN, "list", "pods")));
            assertThat(stranger.podsTotal())
                    .isInstanceOfSatisfying(
                            Answer.Failed.class,
                            failed -> assertThat(failed.failure().code()).isEqualTo(FailureCode.UNAUTHORIZED));
        }
    }

    private long count(String path) {
        RecordedRows rows = new RecordedRows();
        got(tables.list(new ListRequest(path, null, true), rows));
        return rows.count();
    }

    private String listed(String notOlderThan) {
        var end = got(tables.list(new ListRequest(PATH, notOlderThan, false), new RecordedRows()));
        return ((ListEnd.Complete) end).resourceVersion();
    }

    private KubeObject created(String name) {
        return got(objects.create(
                ref(name),
                tree("{'metadata':{'name':'" + name + "','labels':{'tier':'one'}},'data':{'a':'1','b':'2'}}"),
                WriteMode.PERSIST));
    }

    private ObjectRef ref(String name) {
        return CONFIG_MAP.named(cluster.namespace(), name);
    }

    private static ObjectNode tree(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json.replace('\'', '"'));
    }

    private static <T> T got(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Got.class);
        return ((Answer.Got<T>) answer).value();
    }
}
