package io.ansflow.kubernetes.http;

import static io.ansflow.testing.HostileServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.ConnectionCheck;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.testing.HostileServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that come to nothing. */
class BrokenConnectionsTest extends HostileServerChecks {

    @Test
    void plain_http_is_not_tls() {
        server = HostileServer.plain(connection -> {
            connection.send(answer("400 Bad Request", "text/plain", "Client sent an HTTPS request to an HTTP server."));
            connection.hang();
        });
        assertThat(key(failure())).isEqualTo("TLS_FAILED.plain-text");
    }

    @Test
    void a_connection_closed_in_the_handshake() {
        server = HostileServer.plain(connection -> {});
        assertThat(failure().code()).isIn(FailureCode.TLS_FAILED, FailureCode.CONNECTION_FAILED);
    }

    @Test
    void a_reset_instead_of_an_answer() {
        assertThat(key(failure(connection -> {
                    connection.request();
                    connection.reset();
                })))
                .isEqualTo("CONNECTION_FAILED.reset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", ALIVE + "Content-Length: 100\r\n\r\n{\"gitVersion\":"})
    void an_answer_that_breaks_off(String beginning) {
        assertThat(key(failure(connection -> {
                    connection.request();
                    connection.send(beginning);
                })))
                .isEqualTo("CONNECTION_FAILED.closed");
    }

    @Test
    void a_port_where_nothing_listens() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var access = access(URI.create("https://127.0.0.1:" + port), trust(), null, bearer());
        assertThat(failure(check(access)))
                .isEqualTo(ClusterFailure.of(FailureCode.CONNECTION_REFUSED, "127.0.0.1:" + port));
    }

    @Test
    void a_name_that_does_not_exist() {
        var access = access(URI.create("https://no-such-host.invalid:6443"), trust(), null, bearer());
        assertThat(failure(check(access)))
                .isEqualTo(ClusterFailure.of(FailureCode.DNS_NOT_FOUND, "no-such-host.invalid"));
    }

    @Test
    void an_interrupt_ends_the_check_at_once() throws Exception {
        server = HostileServer.tls(SERVER, connection -> {
            connection.request();
            connection.hang();
        });
        var access = access(server.uri(), trust(), null, bearer());
        var patient = TestLimits.each(Duration.ofMinutes(5), Duration.ofMinutes(10));
        var outcome = new CompletableFuture<Throwable>();
        Thread checking = Thread.ofPlatform().start(() -> {
            Throwable thrown = catchThrowable(
                    () -> new ConnectionCheck(new HttpClusterApis(patient)).check(access, CheckProgress.NONE));
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            outcome.complete(thrown);
        });
        server.awaitRequest();
        checking.interrupt();
        assertThat(outcome.get(30, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
    }
}
