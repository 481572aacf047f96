package io.ansflow.kubernetes.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.Diagnosis;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.testing.HostileServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Servers that take their time, or never end. */
class SlowAndEndlessAnswersTest extends HostileServerChecks {

    @Override
    Duration readTimeout() {
        return Duration.ofSeconds(1);
    }

    @Test
    void slow_bytes_run_into_the_deadline() {
        ClusterFailure failure = failure(connection -> {
            connection.request();
            connection.send(ALIVE + "Content-Length: 1000000\r\n\r\n");
            while (true) {
                connection.send(" ");
                pause();
            }
        });
        assertThat(failure.code()).isEqualTo(FailureCode.RESPONSE_TIMEOUT);
        assertThat(failure.arguments().getFirst()).isEqualTo("GET /version");
    }

    @Test
    void no_answer_is_a_timeout() {
        assertThat(failure(connection -> {
                            connection.request();
                            connection.hang();
                        })
                        .code())
                .isEqualTo(FailureCode.RESPONSE_TIMEOUT);
    }

    @Test
    void no_body_is_a_timeout() {
        assertThat(failure(connection -> {
                            connection.request();
                            connection.send(ALIVE + "Content-Length: 10\r\n\r\n");
                            connection.hang();
                        })
                        .code())
                .isEqualTo(FailureCode.RESPONSE_TIMEOUT);
    }

    @Test
    void no_handshake_is_a_timeout_of_its_own() {
        server = HostileServer.plain(HostileServer.Connection::hang);
        assertThat(key(failure())).isEqualTo("RESPONSE_TIMEOUT.tls");
    }

    @Test
    void a_handshake_byte_by_byte_runs_into_the_deadline() {
        server = HostileServer.plain(connection -> {
            connection.send(new byte[] {0x16, 0x03, 0x03, 0x3f, 0x00}); // A handshake record of 16,128 bytes.
            while (true) {
                connection.send(new byte[] {0});
                pause();
            }
        });
        assertThat(key(failure())).isEqualTo("RESPONSE_TIMEOUT.tls");
    }

    @Test
    void an_endless_body_is_too_large() {
        ClusterFailure failure = failure(connection -> {
            connection.request();
            connection.send(ALIVE + "Connection: close\r\n\r\n{\"gitVersion\":\"");
            byte[] endless = "a".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
            while (true) {
                connection.send(endless);
            }
        });
        assertThat(failure).isEqualTo(ClusterFailure.of(FailureCode.RESPONSE_TOO_LARGE, "GET /version", "1"));
    }

    @Test
    void a_gzip_bomb_is_too_large_long_before_it_has_unfolded() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            byte[] blanks = " ".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 64; i++) {
                gzip.write(blanks);
            }
        }
        Diagnosis diagnosis = check(connection -> {
            connection.request();
            connection.send(ALIVE + "Content-Encoding: gzip\r\nContent-Length: " + bomb.size() + "\r\n\r\n");
            connection.send(bomb.toByteArray());
        });
        assertThat(failure(diagnosis).code()).isEqualTo(FailureCode.RESPONSE_TOO_LARGE);
        assertThat(diagnosis.trace().bytes()).isLessThan(bomb.size());
    }

    @Test
    void endless_headers_end() {
        assertThat(failure(connection -> {
                            connection.request();
                            connection.send("HTTP/1.1 200 OK\r\n");
                            while (true) {
                                connection.send("X-Header: " + "a".repeat(8000) + "\r\n");
                            }
                        })
                        .code())
                .isEqualTo(FailureCode.CONNECTION_FAILED);
    }
}
