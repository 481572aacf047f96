package io.ansflow.kubernetes.http;

import static io.ansflow.testing.HostileServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterApi;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.NodeCount;
import io.ansflow.testing.HostileServer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How objects are counted, and what is made of unusual tables of them. */
class CountingTest extends AskedServerTest {
    @Test
    void counts_without_listing() {
        try (HostileServer server =
                        server(path -> json(table("\"continue\":\"abc\",\"remainingItemCount\":19999", 1)));
                ClusterApi api = open(server.uri())) {
            assertThat(api.podsTotal()).isEqualTo(Answer.of(20_000L));
            assertThat(server.requests())
                    .singleElement()
                    .asString()
                    .contains("GET /api/v1/pods?", "limit=1", "includeObject=None")
                    .contains("Accept: application/json;as=Table;v=v1;g=meta.k8s.io");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"continue\":\"\"", "\"resourceVersion\":\"1\",\"selfLink\":{\"a\":[1]}"})
    void counts_what_is_on_the_only_page(String metadata) {
        try (HostileServer server = server(path -> json(table(metadata, 1)));
                ClusterApi api = open(server.uri())) {
            assertThat(api.namespaces()).isEqualTo(Answer.of(1L));
        }
    }

    @Test
    void counts_page_by_page_where_the_server_does_not_say_how_many_remain() {
        try (HostileServer server = server(path -> path.contains("continue=b")
                        ? json(table("", 3))
                        : path.contains("continue=a")
                                ? json(table("\"continue\":\"b\"", 0))
                                : json(table("\"continue\":\"a\"", path.contains("limit=1") ? 1 : 500)));
                ClusterApi api = open(server.uri())) {
            assertThat(api.podsTotal()).isEqualTo(Answer.of(503L));
        }
    }

    @Test
    void does_not_follow_pages_in_a_circle() {
        try (HostileServer server = server(path -> json(table("\"continue\":\"a\"", 1)));
                ClusterApi api = open(server.uri())) {
            assertThat(failure(api.podsRunning()).code()).isEqualTo(FailureCode.NOT_KUBERNETES);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void lists_running_pods_from_the_watch_cache_and_later_pages_without_its_version() {
        try (HostileServer server = server(
                        path -> json(path.contains("continue") ? table("", 2) : table("\"continue\":\"a b&c\"", 5)));
                ClusterApi api = open(server.uri())) {
            assertThat(api.podsRunning()).isEqualTo(Answer.of(7L));
            assertThat(server.requests().getFirst())
                    .contains("resourceVersion=0", "fieldSelector=status.phase%3DRunning")
                    .contains("Accept-Encoding: gzip");
            assertThat(server.requests().getLast())
                    .contains("continue=a%20b%26c", "fieldSelector=status.phase%3DRunning")
                    .doesNotContain("resourceVersion");
        }
    }

    @Test
    void counts_nodes_by_their_status_wherever_the_column_is() {
        String table = """
                {"kind":"Table","metadata":{},
                 "columnDefinitions":[{"name":"Name","type":"string"},{"priority":0,"name":"Status"}],
                 "rows":[{"cells":["a","Ready"],"object":null},
                         {"object":{"metadata":{"name":"b"}},"cells":["b","Ready,SchedulingDisabled"]},
                         {"cells":["c","NotReady"]},
                         {"cells":["d","NotReady,SchedulingDisabled"]},
                         {"cells":["e","Unknown"]},
                         {"cells":["f",null]}]}
                """;
        try (HostileServer server = server(path -> json(table));
                ClusterApi api = open(server.uri())) {
            assertThat(api.nodes()).isEqualTo(Answer.of(new NodeCount(6, 2)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"kind\":\"PodList\",\"items\":[]}",
                "{\"kind\":\"Table\",\"rows\":{}}",
                "{\"kind\":\"Table\",\"rows\":[1]}",
                "{\"kind\":\"Table\",\"rows\":[{\"cells\":{}}]}",
                "{\"kind\":\"Table\",\"rows\":[{\"cells\":[\"a\"]}]",
                "{\"kind\":\"Table\",\"columnDefinitions\":[\"a\"],\"rows\":[]}",
                "{\"kind\":\"Table\",\"metadata\":[],\"rows\":[]}",
                "{\"kind\":\"Table\",\"columnDefinitions\":[],\"rows\":[{\"cells\":[\"a\"]}]}",
            })
    void anything_but_a_table_of_nodes_is_not_kubernetes(String body) {
        try (HostileServer server = server(path -> json(body));
                ClusterApi api = open(server.uri())) {
            assertThat(failure(api.nodes()).code()).isEqualTo(FailureCode.NOT_KUBERNETES);
        }
    }

    @Test
    void an_empty_table_may_have_no_rows_at_all() {
        try (HostileServer server = server(path -> json("{\"kind\":\"Table\",\"metadata\":{},\"rows\":null}"));
                ClusterApi api = open(server.uri())) {
            assertThat(api.namespaces()).isEqualTo(Answer.of(0L));
        }
    }

    @Test
    void a_row_without_end_is_refused() {
        String cells = IntStream.range(0, 10_000).mapToObj(i -> "1").collect(Collectors.joining(","));
        try (HostileServer server =
                        server(path -> json("{\"kind\":\"Table\",\"rows\":[{\"cells\":[" + cells + "]}]}"));
                ClusterApi api = open(server.uri())) {
            assertThat(failure(api.podsRunning()).code()).isEqualTo(FailureCode.NOT_KUBERNETES);
        }
    }
}
