package io.ansflow.kubernetes.http;

import static io.ansflow.testing.HostileServer.answer;
import static io.ansflow.testing.HostileServer.answering;
import static io.ansflow.testing.HostileServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.ClusterAccess.ClientCertificate;
import io.ansflow.kubernetes.ClusterAccess.ClientIdentity;
import io.ansflow.kubernetes.ClusterAccess.ServerTrust;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.testing.HostileServer;
import io.ansflow.testing.TestAuthority;
import io.ansflow.testing.TestAuthority.Identity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What servers show of themselves, and ask of who comes. */
class CertificatesTest extends HostileServerChecks {

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
}
