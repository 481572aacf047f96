package io.ansflow.kubernetes.http;

import static io.ansflow.testing.FailureAssertions.assertCanBeTold;
import static io.ansflow.testing.HostileServer.answer;
import static io.ansflow.testing.HostileServer.answering;
import static io.ansflow.testing.HostileServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.ClusterAccess.ClientCertificate;
import io.ansflow.kubernetes.ClusterAccess.ClientIdentity;
import io.ansflow.kubernetes.ClusterAccess.ServerTrust;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.ConnectionCheck;
import io.ansflow.kubernetes.Diagnosis;
import io.ansflow.kubernetes.Diagnosis.Failed;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.Stage;
import io.ansflow.testing.HostileServer;
import io.ansflow.testing.TestAuthority;
import io.ansflow.testing.TestAuthority.Identity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** What a check makes of servers that are not what they should be, over real sockets. */
@Timeout(60)
class HostileServerTest {
    private static final String TOKEN = "secret-token-4711";
    private static final String ALIVE = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final TestAuthority AUTHORITY = new TestAuthority("CN=test-ca");
    private static final Identity SERVER = AUTHORITY.issue("CN=server", "127.0.0.1", "localhost");

    private @Nullable HostileServer server;

    @AfterEach
    void stop_the_server() {
        if (server != null) {
            server.close();
        }
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

    @Test
    void a_certificate_for_other_names() {
        Identity other = AUTHORITY.issue("CN=other", "other.example.com", "10.0.0.1");
        server = HostileServer.tls(other, answering(""));
        ClusterFailure failure = failure();
        assertThat(key(failure)).isEqualTo("TLS_HOSTNAME_MISMATCH");
        assertThat(failure.arguments())
                .containsExactly(
                        name(),
                        "CN=other",
                        "CN=test-ca",
                        "other.example.com, 10.0.0.1",
                        other.certificate().getNotBefore().toInstant().toString(),
                        other.certificate().getNotAfter().toInstant().toString());
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void a_certificate_without_names() {
        server = HostileServer.tls(AUTHORITY.issue("CN=127.0.0.1"), answering(""));
        ClusterFailure failure = failure();
        assertThat(key(failure)).isEqualTo("TLS_HOSTNAME_MISMATCH");
        assertThat(failure.arguments().get(3)).isEqualTo("–");
    }

    @Test
    void an_expired_certificate() {
        Instant end = Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        server = HostileServer.tls(
                AUTHORITY.issue("CN=server", end.minus(1, ChronoUnit.HOURS), end, "127.0.0.1"), answering(""));
        ClusterFailure failure = failure();
        assertThat(key(failure)).isEqualTo("TLS_EXPIRED");
        assertThat(failure.arguments()).endsWith(end.toString());
    }

    @Test
    void an_expired_certificate_for_other_names_is_first_of_all_expired() {
        Instant end = Instant.now().minus(1, ChronoUnit.HOURS);
        server = HostileServer.tls(
                AUTHORITY.issue("CN=server", end.minus(1, ChronoUnit.HOURS), end, "other.example.com"), answering(""));
        assertThat(key(failure())).isEqualTo("TLS_EXPIRED");
    }

    @Test
    void a_certificate_that_is_not_valid_yet() {
        Instant start = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        server = HostileServer.tls(
                AUTHORITY.issue("CN=server", start, start.plus(1, ChronoUnit.HOURS), "127.0.0.1"), answering(""));
        ClusterFailure failure = failure();
        assertThat(key(failure)).isEqualTo("TLS_EXPIRED.not-yet");
        assertThat(failure.arguments().get(4)).isEqualTo(start.toString());
    }

    @Test
    void a_certificate_of_an_unknown_authority() {
        server = HostileServer.tls(new TestAuthority("CN=other-ca").issue("CN=server", "127.0.0.1"), answering(""));
        ClusterFailure failure = failure();
        assertThat(key(failure)).isEqualTo("TLS_UNTRUSTED");
        assertThat(failure.arguments()).contains("CN=other-ca");
    }

    @Test
    void a_certificate_of_an_authority_that_only_has_the_same_name() {
        server = HostileServer.tls(new TestAuthority("CN=test-ca").issue("CN=server", "127.0.0.1"), answering(""));
        assertThat(key(failure())).isEqualTo("TLS_UNTRUSTED");
    }

    @Test
    void an_expired_certificate_of_an_unknown_authority_is_first_of_all_untrusted() {
        Instant end = Instant.now().minus(1, ChronoUnit.DAYS);
        server = HostileServer.tls(
                new TestAuthority("CN=other-ca").issue("CN=server", end.minus(1, ChronoUnit.DAYS), end, "127.0.0.1"),
                answering(""));
        assertThat(key(failure())).isEqualTo("TLS_UNTRUSTED.expired");
    }

    @Test
    void a_certificate_that_is_not_meant_for_servers_is_unacceptable_not_untrusted() {
        server = HostileServer.tls(AUTHORITY.issueForClients("CN=server", "127.0.0.1"), answering(""));
        assertThat(key(failure())).isEqualTo("TLS_FAILED.unacceptable");
    }

    @Test
    void no_authority_given_means_those_of_the_platform() {
        server = HostileServer.tls(SERVER, answering(json("{\"gitVersion\":\"v1.30.0\"}")));
        var access = access(server.uri(), new ServerTrust(List.of(), null, true), null, bearer());
        assertThat(key(failure(check(access)))).isEqualTo("TLS_UNTRUSTED");
    }

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
    void a_client_certificate_that_is_missing() {
        server = HostileServer.tls(SERVER, AUTHORITY.certificate(), answering(""));
        assertThat(key(failure())).isEqualTo("TLS_FAILED.client-certificate");
    }

    @Test
    void a_client_certificate_that_the_server_does_not_know() {
        Identity stranger = new TestAuthority("CN=other-ca").issue("CN=stranger");
        server = HostileServer.tls(SERVER, AUTHORITY.certificate(), answering(""));
        var certificate = new ClientCertificate(List.of(stranger.certificate()), stranger.key());
        var access = access(server.uri(), trust(), null, new ClientIdentity(Map.of(), certificate, null));
        assertThat(key(failure(check(access)))).isEqualTo("TLS_FAILED.client-certificate");
    }

    @Test
    void a_client_certificate_is_presented() {
        Identity admin = AUTHORITY.issue("CN=admin");
        server = HostileServer.tls(
                SERVER, AUTHORITY.certificate(), answering(answer("401 Unauthorized", "text/plain", "")));
        var certificate = new ClientCertificate(List.of(admin.certificate()), admin.key());
        var access = access(server.uri(), trust(), null, new ClientIdentity(Map.of(), certificate, null));
        assertThat(key(failure(check(access)))).isEqualTo("UNAUTHORIZED");
        assertThat(server.requests()).hasSize(1);
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

    @ParameterizedTest
    @ValueSource(strings = {"https://169.254.169.254", "https://[fe80::1]:6443", "https://[::ffff:169.254.169.254]"})
    void a_forbidden_address_fails_before_anything_is_sent(String address) {
        Diagnosis diagnosis = check(access(URI.create(address), trust(), null, bearer()));
        assertThat(failure(diagnosis).code()).isEqualTo(FailureCode.ADDRESS_NOT_ALLOWED);
        assertThat(diagnosis.trace().steps()).extracting(Diagnosis.Step::stage).containsExactly(Stage.ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void loopback_is_refused_by_setting_also_behind_a_name(String host) {
        server = HostileServer.tls(SERVER, answering(json("{}")));
        var limits = limits(false);
        var access = access(URI.create("https://" + host + ":" + server.port()), trust(), null, bearer());
        Diagnosis diagnosis = new ConnectionCheck(new HttpClusterApis(limits)).check(access, CheckProgress.NONE);
        assertThat(key(failure(diagnosis))).isEqualTo("ADDRESS_NOT_ALLOWED.loopback");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void an_interrupt_ends_the_check_at_once() throws Exception {
        server = HostileServer.tls(SERVER, connection -> {
            connection.request();
            connection.hang();
        });
        var access = access(server.uri(), trust(), null, bearer());
        var patient = new HttpLimits(
                true,
                true,
                Duration.ofMinutes(5),
                Duration.ofMinutes(5),
                Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                Duration.ofMinutes(10),
                Duration.ofMinutes(10),
                DataSize.ofMegabytes(1));
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

    @Test
    void goes_through_a_proxy() {
        var target = HostileServer.tls(SERVER, answering(answer("401 Unauthorized", "text/plain", "")));
        server = target;
        try (HostileServer proxy = HostileServer.plain(connection -> {
            connection.request();
            connection.send("HTTP/1.1 200 Connected\r\n\r\n");
            connection.tunnel(target.port());
        })) {
            assertThat(key(failure(check(access(server.uri(), trust(), http(proxy), bearer())))))
                    .isEqualTo("UNAUTHORIZED");
            assertThat(proxy.requests())
                    .singleElement()
                    .asString()
                    .startsWith("CONNECT " + name())
                    .doesNotContain(TOKEN);
        }
    }

    @Test
    void a_proxy_that_refuses() {
        try (HostileServer proxy = HostileServer.plain(answering(answer("403 Forbidden", "text/plain", "no")))) {
            URI address = URI.create("https://cluster.invalid:6443");
            ClusterFailure failure = failure(check(access(address, trust(), http(proxy), bearer())));
            assertThat(key(failure)).isEqualTo("CONNECTION_FAILED.proxy");
            assertThat(failure.arguments()).startsWith("127.0.0.1:" + proxy.port(), "cluster.invalid:6443");
        }
    }

    @Test
    void a_proxy_is_not_asked_for_a_forbidden_address() {
        try (HostileServer proxy = HostileServer.plain(answering(answer("403 Forbidden", "text/plain", "no")))) {
            URI address = URI.create("https://169.254.169.254");
            assertThat(key(failure(check(access(address, trust(), http(proxy), bearer())))))
                    .isEqualTo("ADDRESS_NOT_ALLOWED.metadata");
            assertThat(proxy.requests()).isEmpty();
        }
    }

    @Test
    void a_proxy_at_a_forbidden_address() {
        URI address = URI.create("https://cluster.invalid:6443");
        assertThat(key(failure(check(access(address, trust(), URI.create("http://169.254.169.254:80"), bearer())))))
                .isEqualTo("ADDRESS_NOT_ALLOWED.metadata");
    }

    private Diagnosis check(HostileServer.Behaviour behaviour) {
        server = HostileServer.tls(SERVER, behaviour);
        return check(access(server.uri(), trust(), null, bearer()));
    }

    private ClusterFailure failure(HostileServer.Behaviour behaviour) {
        return failure(check(behaviour));
    }

    private ClusterFailure failure() {
        return failure(check(access(Objects.requireNonNull(server).uri(), trust(), null, bearer())));
    }

    private static Diagnosis check(ClusterAccess access) {
        return new ConnectionCheck(new HttpClusterApis(limits(true))).check(access, CheckProgress.NONE);
    }

    private static ClusterFailure failure(Diagnosis diagnosis) {
        assertThat(diagnosis).isInstanceOf(Failed.class);
        ClusterFailure failure = ((Failed) diagnosis).failure();
        assertCanBeTold(failure);
        return failure;
    }

    private static String key(ClusterFailure failure) {
        return failure.code() + (failure.reason() == null ? "" : "." + failure.reason());
    }

    private String name() {
        return "127.0.0.1:" + Objects.requireNonNull(server).port();
    }

    private static URI http(HostileServer proxy) {
        return URI.create("http://127.0.0.1:" + proxy.port());
    }

    private static ServerTrust trust() {
        return new ServerTrust(List.of(AUTHORITY.certificate()), null, true);
    }

    private static ClientIdentity bearer() {
        return new ClientIdentity(Map.of("Authorization", "Bearer " + TOKEN), null, null);
    }

    private static ClusterAccess access(URI server, ServerTrust trust, @Nullable URI proxy, ClientIdentity client) {
        return new ClusterAccess(server, trust, proxy, client);
    }

    private static HttpLimits limits(boolean allowLoopback) {
        return new HttpLimits(
                allowLoopback,
                true,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                Duration.ofSeconds(3),
                Duration.ofSeconds(3),
                Duration.ofSeconds(3),
                DataSize.ofMegabytes(1));
    }

    /** What makes slow bytes slow: less than the read timeout. */
    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
