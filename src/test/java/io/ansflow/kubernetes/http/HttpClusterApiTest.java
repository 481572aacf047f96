package io.ansflow.kubernetes.http;

import static io.ansflow.testing.Answers.got;
import static io.ansflow.testing.HostileServer.answer;
import static io.ansflow.testing.HostileServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterApi;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.testing.HostileServer;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the questions of a check are put, and what is made of unusual answers to them. */
class HttpClusterApiTest extends AskedServerTest {
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
}
