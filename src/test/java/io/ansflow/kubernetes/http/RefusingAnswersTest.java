package io.ansflow.kubernetes.http;

import static io.ansflow.testing.HostileServer.answer;
import static io.ansflow.testing.HostileServer.answering;
import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.ClusterAccess.ClientIdentity;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.testing.HostileServer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Servers that refuse to answer. */
class RefusingAnswersTest extends HostileServerChecks {

    @Test
    void unauthorized() {
        assertThat(failure(answering(answer("401 Unauthorized", "application/json", "{}"))))
                .isEqualTo(ClusterFailure.of(FailureCode.UNAUTHORIZED, name()));
    }

    @Test
    void unauthorized_with_an_expired_credential_says_since_when() {
        Instant expired = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        server = HostileServer.tls(SERVER, answering(answer("401 Unauthorized", "application/json", "{}")));
        var client = new ClientIdentity(Map.of("Authorization", "Bearer " + TOKEN), null, expired);
        assertThat(failure(check(access(server.uri(), trust(), null, client))))
                .isEqualTo(ClusterFailure.of(FailureCode.CREDENTIAL_EXPIRED, expired.toString()));
    }

    @Test
    void forbidden_by_a_kubernetes_api_names_verb_and_path() {
        String status =
                "{\"kind\":\"Status\",\"message\":\"forbidden: User \\\"x\\\" cannot get path \\\"/version\\\"\"}";
        assertThat(failure(answering(answer("403 Forbidden", "application/json", status))))
                .isEqualTo(ClusterFailure.of(FailureCode.FORBIDDEN, "get", "/version"));
    }

    @Test
    void too_many_requests_says_how_long_to_wait() {
        assertThat(failure(answering("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 17\r\nContent-Length: 0\r\n\r\n")))
                .isEqualTo(ClusterFailure.because(FailureCode.RATE_LIMITED, "retry-after", name(), "17"));
    }

    @Test
    void too_many_requests_without_a_time() {
        assertThat(failure(answering("HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n")))
                .isEqualTo(ClusterFailure.of(FailureCode.RATE_LIMITED, name()));
    }

    @Test
    void a_server_error_is_explained_by_the_message_of_its_status() {
        String status = "{\"kind\":\"Status\",\"message\":\"etcdserver:\\n leader\\u001b[31m changed " + TOKEN + "\"}";
        assertThat(failure(answering(answer("500 Internal Server Error", "application/json", status))))
                .isEqualTo(ClusterFailure.because(
                        FailureCode.SERVER_ERROR, "explained", name(), "500", "etcdserver: leader [31m changed …"));
    }

    @Test
    void a_server_error_of_a_load_balancer_is_not_explained() {
        assertThat(failure(answering(answer("503 Service Unavailable", "text/html", "<html>No backend"))))
                .isEqualTo(ClusterFailure.of(FailureCode.SERVER_ERROR, name(), "503"));
    }
}
