package io.ansflow.kubernetes.http;

import static io.ansflow.testing.Answers.got;
import static io.ansflow.testing.HostileServer.answer;
import static io.ansflow.testing.HostileServer.json;
import static io.ansflow.testing.HostileServer.routing;
import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.ClusterAccess.ClientIdentity;
import io.ansflow.kubernetes.ClusterAccess.ServerTrust;
import io.ansflow.kubernetes.ClusterApi;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.NodeCount;
import io.ansflow.testing.HostileServer;
import io.ansflow.testing.TestAuthority;
import io.ansflow.testing.TestAuthority.Identity;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** How the questions of a check are put, and what is made of unusual answers to them. */
@Timeout(60)
class HttpClusterApiTest {
    private static final TestAuthority AUTHORITY = new TestAuthority("CN=test-ca");
    private static final Identity SERVER = AUTHORITY.issue("CN=server", "127.0.0.1");

    @Test
    void asks_under_the_path_of_the_address() {
        try (HostileServer server = server(path -> json("{\"gitVersion\":\"v1.33.2+k3s1\"}"));
                ClusterApi api = open(URI.create(server.uri() + "/k8s/clusters/c-m-1"))) {
            assertThat(api.version()).isEqualTo(Answer.of("v1.33.2+k3s1"));
            assertThat(server.requests()).singleElement().asString().startsWith("GET /k8s/clusters/c-m-1/version ");
        }
    }

    @Test
    void what_a_server_says_of_itself_is_short_and_printable() {
        String endless = "v1.33.2\\u0000\\n" + "x".repeat(10_000);
        try (HostileServer server = server(path -> path.equals("/version")
                        ? json("{\"gitVersion\":\"" + endless + "\"}")
                        : json("{\"status\":{\"userInfo\":{\"username\":\"" + endless + "\"}}}"));
                ClusterApi api = open(server.uri())) {
            assertThat(got(api.version())).startsWith("v1.33.2 xxx").hasSizeLessThanOrEqualTo(100);
            assertThat(got(api.user()))
                    .hasValueSatisfying(
                            user -> assertThat(user).startsWith("v1.33.2 xxx").hasSizeLessThanOrEqualTo(300));
        }
    }

    @Test
    void asks_everything_on_one_connection() {
        try (HostileServer server = server(path -> json(table("", 1)));
                ClusterApi api = open(server.uri())) {
            api.namespaces();
            api.podsTotal();
            api.podsRunning();
            assertThat(server.requests()).hasSize(3);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

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

    @Test
    void names_the_resource_that_is_forbidden() {
        try (HostileServer server = server(path -> answer("403 Forbidden", "text/plain", "whatever"));
                ClusterApi api = open(server.uri())) {
            assertThat(failure(api.nodes())).isEqualTo(ClusterFailure.of(FailureCode.FORBIDDEN, "list", "nodes"));
        }
    }

    @Test
    void asks_the_cluster_who_we_are() {
        String review = """
                {"kind":"SelfSubjectReview","status":{"userInfo":{"username":"system:serviceaccount:a:b","groups":["x"]}}}
                """;
        try (HostileServer server = server(path -> answer("201 Created", "application/json", review));
                ClusterApi api = open(server.uri())) {
            assertThat(api.user()).isEqualTo(Answer.of(Optional.of("system:serviceaccount:a:b")));
            assertThat(server.requests())
                    .singleElement()
                    .asString()
                    .startsWith("POST /apis/authentication.k8s.io/v1/selfsubjectreviews ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"404 Not Found", "403 Forbidden", "405 Method Not Allowed"})
    void a_cluster_that_does_not_say_who_we_are_is_no_failure(String status) {
        try (HostileServer server = server(path -> answer(status, "application/json", "{}"));
                ClusterApi api = open(server.uri())) {
            assertThat(api.user()).isEqualTo(Answer.of(Optional.empty()));
        }
    }

    @Test
    void connects_again_where_the_server_closes_after_each_answer() {
        try (HostileServer server = HostileServer.tls(SERVER, connection -> {
                    connection.request();
                    connection.send(json(table("", 1)));
                });
                ClusterApi api = open(server.uri())) {
            assertThat(api.namespaces()).isEqualTo(Answer.of(1L));
            assertThat(api.podsTotal()).isEqualTo(Answer.of(1L));
        }
    }

    @Test
    void counts_the_bytes_of_all_answers() {
        String body = table("", 1);
        try (HostileServer server = server(path -> json(body));
                ClusterApi api = open(server.uri())) {
            api.namespaces();
            api.namespaces();
            assertThat(api.bytesReceived()).isEqualTo(2L * body.length());
        }
    }

    @Test
    void answers_nothing_after_the_deadline() {
        Duration over = Duration.ofNanos(1);
        try (HostileServer server = server(path -> json(table("", 1)));
                ClusterApi api = open(server.uri(), over)) {
            assertThat(failure(api.namespaces()))
                    .isEqualTo(ClusterFailure.because(
                            FailureCode.RESPONSE_TIMEOUT, ClusterFailure.DEADLINE, "GET /api/v1/namespaces"));
            assertThat(server.requests()).isEmpty();
        }
    }

    private static HostileServer server(Function<String, String> answers) {
        return HostileServer.tls(SERVER, routing(answers::apply));
    }

    private static ClusterApi open(URI server) {
        return open(server, Duration.ofSeconds(30));
    }

    private static ClusterApi open(URI server, Duration deadline) {
        Duration patience = Duration.ofSeconds(10);
        var limits = new HttpLimits(
                true, true, patience, patience, patience, deadline, patience, patience, DataSize.ofMegabytes(1));
        var access = new ClusterAccess(
                server,
                new ServerTrust(List.of(AUTHORITY.certificate()), null, true),
                null,
                new ClientIdentity(Map.of("Authorization", "Bearer abc"), null, null));
        return new HttpClusterApis(limits).open(access, CheckProgress.NONE);
    }

    private static ClusterFailure failure(Answer<?> answer) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return ((Answer.Failed<?>) answer).failure();
    }

    private static String table(String metadata, int rows) {
        return "{\"kind\":\"Table\",\"apiVersion\":\"meta.k8s.io/v1\",\"metadata\":{" + metadata
                + "},\"columnDefinitions\":[{\"name\":\"Name\"}],\"rows\":["
                + IntStream.range(0, rows)
                        .mapToObj(i -> "{\"cells\":[\"row-" + i + "\",0,null],\"object\":null}")
                        .collect(Collectors.joining(","))
                + "]}";
    }
}
