package io.ansflow.kubernetes.http;

import static io.ansflow.testing.Answers.failure;
import static io.ansflow.testing.Answers.got;
import static io.ansflow.testing.HostileServer.json;
import static io.ansflow.testing.HostileServer.routing;
import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.ClusterAccess.ClientIdentity;
import io.ansflow.kubernetes.ClusterAccess.ServerTrust;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.TableApi;
import io.ansflow.kubernetes.TableApi.ListEnd;
import io.ansflow.kubernetes.TableApi.ListRequest;
import io.ansflow.kubernetes.TableApi.WatchEnd;
import io.ansflow.kubernetes.TableApi.WatchRequest;
import io.ansflow.testing.HostileServer;
import io.ansflow.testing.Needs;
import io.ansflow.testing.RealCluster;
import io.ansflow.testing.RecordedRows;
import io.ansflow.testing.TestAuthority;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.unit.DataSize;

/** How many connections the reading of collections takes, and what is asked for on them. */
@Timeout(60)
class TableConnectionsTest {
    private static final List<String> PATHS = List.of(
            "/api/v1/pods",
            "/api/v1/nodes",
            "/api/v1/services",
            "/api/v1/configmaps",
            "/api/v1/namespaces",
            "/apis/apps/v1/deployments",
            "/apis/apps/v1/replicasets",
            "/apis/batch/v1/jobs");

    @Test
    @Needs(Needs.Part.CLUSTER)
    void watches_at_the_same_time_share_one_connection() throws Exception {
        RealCluster real = RealCluster.first();
        int port = URI.create(real.server()).getPort();
        try (HostileServer way = HostileServer.plain(connection -> connection.tunnel(port));
                TableApi api = open(way.port(), certificate(real.ca()), real.token());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var listed = (ListEnd.Complete)
                    got(api.list(new ListRequest(PATHS.getFirst(), null, false), new RecordedRows()));
            assertThat(way.connections()).isEqualTo(1);

            List<Future<Answer<WatchEnd>>> watches = new ArrayList<>();
            for (String path : PATHS) {
                var request = new WatchRequest(path, listed.resourceVersion());
                watches.add(threads.submit(() -> api.watch(request, new RecordedRows())));
            }

            for (Future<Answer<WatchEnd>> watch : watches) {
                assertThat(got(watch.get())).isInstanceOf(WatchEnd.CaughtUp.class);
            }
            assertThat(way.connections()).isEqualTo(2);
        }
    }

    @Test
    void a_server_with_which_no_connection_comes_about_is_tried_once() throws Exception {
        var authority = new TestAuthority("CN=test-ca");
        try (HostileServer server = HostileServer.plain(connection -> connection.reset());
                TableApi api = open(server.port(), authority.certificate(), "abc");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer<?>>> answers = new ArrayList<>();
            for (String path : PATHS) {
                answers.add(threads.submit(() -> api.list(new ListRequest(path, null, false), new RecordedRows())));
            }
            assertThat(failures(answers)).hasSize(1);
            assertThat(server.connections()).isEqualTo(1);

            answers.clear();
            for (String path : PATHS) {
                answers.add(threads.submit(() -> api.watch(new WatchRequest(path, "7"), new RecordedRows())));
            }
            assertThat(failures(answers)).hasSize(1);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void a_list_from_this_machine_is_not_to_be_compressed() {
        var authority = new TestAuthority("CN=test-ca");
        String empty =
                "{\"kind\":\"Table\",\"metadata\":{\"resourceVersion\":\"7\"},\"columnDefinitions\":[],\"rows\":[]}";
        try (HostileServer server =
                        HostileServer.tls(authority.issue("CN=server", "127.0.0.1"), routing(path -> json(empty)));
                TableApi api = open(server.port(), authority.certificate(), "abc")) {
            assertThat(got(api.list(new ListRequest(PATHS.getFirst(), null, false), new RecordedRows())))
                    .isEqualTo(new ListEnd.Complete("7"));
            assertThat(server.requests()).singleElement().asString().contains("\r\nAccept-Encoding: identity\r\n");
        }
    }

    @Test
    void lists_are_encrypted_by_what_is_fast_before_it_is_compiled() {
        var authority = new TestAuthority("CN=test-ca");
        try (HostileServer server = HostileServer.tls(
                        authority.issue("CN=server", "127.0.0.1"), routing(path -> json("{\"kind\":\"Status\"}")));
                TableApi api = open(server.port(), authority.certificate(), "abc")) {
            api.list(new ListRequest(PATHS.getFirst(), null, false), new RecordedRows());
            api.watch(new WatchRequest(PATHS.getFirst(), "7"), new RecordedRows());
            assertThat(server.cipherSuites()).containsExactly("TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_128_GCM_SHA256");
        }
    }

    @Test
    @Timeout(30)
    void a_server_that_hangs_is_waited_for_as_long_as_a_list_only_once_it_may_be_making_one() {
        var authority = new TestAuthority("CN=test-ca");
        Duration second = Duration.ofSeconds(1);
        try (HostileServer server = HostileServer.plain(HostileServer.Connection::hang);
                TableApi api = open(server.port(), authority.certificate(), "abc", second)) {
            var list = api.list(new ListRequest(PATHS.getFirst(), null, false), new RecordedRows());
            var watch = api.watch(new WatchRequest(PATHS.getFirst(), "7"), new RecordedRows());
            assertThat(List.of(failure(list).code(), failure(watch).code())).containsOnly(FailureCode.RESPONSE_TIMEOUT);
        }
        try (HostileServer server = HostileServer.tls(authority.issue("CN=server", "127.0.0.1"), connection -> {
                    connection.request();
                    connection.hang();
                });
                TableApi api = open(server.port(), authority.certificate(), "abc", second)) {
            var watch = api.watch(new WatchRequest(PATHS.getFirst(), "7"), new RecordedRows());
            assertThat(failure(watch).code()).isEqualTo(FailureCode.RESPONSE_TIMEOUT);
        }
    }

    private static Set<ClusterFailure> failures(List<Future<Answer<?>>> answers) throws Exception {
        Set<ClusterFailure> failures = new HashSet<>();
        for (Future<Answer<?>> answer : answers) {
            failures.add(failure(answer.get()));
        }
        return failures;
    }

    private static TableApi open(int port, X509Certificate authority, String token) {
        return open(port, authority, token, Duration.ofSeconds(20));
    }

    /** @param patience with all but lists, which may take long */
    private static TableApi open(int port, X509Certificate authority, String token, Duration patience) {
        Duration listing = Duration.ofSeconds(50);
        var limits = TestLimits.each(patience);
        var tables = new TableLimits(
                listing, listing, DataSize.ofMegabytes(64), Duration.ofMillis(150), Duration.ofSeconds(5));
        var access = new ClusterAccess(
                URI.create("https://127.0.0.1:" + port),
                new ServerTrust(List.of(authority), null, true),
                null,
                new ClientIdentity(Map.of("Authorization", "Bearer " + token), null, null));
        return new HttpTableApis(limits, tables).open(access);
    }

    private static X509Certificate certificate(String pem) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }
}
