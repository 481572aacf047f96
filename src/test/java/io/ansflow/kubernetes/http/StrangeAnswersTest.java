package io.ansflow.kubernetes.http;

import static io.ansflow.testing.HostileServer.answer;
import static io.ansflow.testing.HostileServer.answering;
import static io.ansflow.testing.HostileServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.testing.HostileServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that answer something else than a Kubernetes API does. */
class StrangeAnswersTest extends HostileServerChecks {

    @Test
    void garbage_is_not_http() {
        assertThat(key(failure(connection -> {
                    connection.request();
                    connection.send("SSH-2.0-OpenSSH_9.6\r\n\r\n");
                })))
                .isEqualTo("NOT_KUBERNETES.not-http");
    }

    @Test
    void a_redirect_is_not_followed_and_its_target_named() {
        try (HostileServer target = HostileServer.tls(SERVER, answering(json("{\"gitVersion\":\"v1.0.0\"}")))) {
            ClusterFailure failure = failure(answering("HTTP/1.1 302 Found\r\nLocation: https://localhost:"
                    + target.port() + "/login\r\nContent-Length: 0\r\n\r\n"));
            assertThat(key(failure)).isEqualTo("NOT_KUBERNETES.redirect");
            assertThat(failure.arguments()).endsWith("302", "localhost");
            assertThat(target.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"200 OK", "404 Not Found", "403 Forbidden", "400 Bad Request"})
    void html_is_not_kubernetes_whatever_its_status(String status) {
        ClusterFailure failure =
                failure(answering(answer(status, "text/html; charset=utf-8", "<html>\n<title>Welcome\0 to nginx!")));
        assertThat(key(failure)).isEqualTo("NOT_KUBERNETES");
        assertThat(failure.arguments())
                .containsExactly(
                        name(), status.substring(0, 3), "text/html; charset=utf-8", "<html> <title>Welcome to nginx!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "{\"gitVersion\":{}}", "{\"gitVersion\":\"v1", "\"v1.30.0\""})
    void json_that_is_no_version_is_not_kubernetes(String body) {
        assertThat(failure(answering(json(body))).code()).isEqualTo(FailureCode.NOT_KUBERNETES);
    }

    @Test
    void deeply_nested_json_is_refused() {
        assertThat(failure(answering(json("[".repeat(100_000)))).code()).isEqualTo(FailureCode.NOT_KUBERNETES);
    }

    @Test
    void a_credential_that_is_sent_back_is_not_shown() {
        ClusterFailure failure = failure(connection -> {
            String request = connection.request();
            connection.send(answer("200 OK", "text/plain; " + TOKEN, "You sent " + request));
        });
        assertThat(failure.code()).isEqualTo(FailureCode.NOT_KUBERNETES);
        assertThat(failure.toString()).contains("You sent").doesNotContain(TOKEN);
    }

    @Test
    void a_credential_that_is_sent_back_as_the_version_is_not_shown() {
        assertThat(check(answering(json("{\"gitVersion\":\"v1 " + TOKEN + "\"}")))
                        .toString())
                .contains("v1 …")
                .doesNotContain(TOKEN);
    }
}
