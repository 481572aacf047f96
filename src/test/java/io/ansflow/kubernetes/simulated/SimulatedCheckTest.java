package io.ansflow.kubernetes.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.ClusterAccess.ClientIdentity;
import io.ansflow.kubernetes.ClusterAccess.ServerTrust;
import io.ansflow.kubernetes.ClusterApi;
import io.ansflow.kubernetes.ClusterApis;
import io.ansflow.kubernetes.ConnectionCheck;
import io.ansflow.kubernetes.Diagnosis;
import io.ansflow.kubernetes.Diagnosis.Connected;
import io.ansflow.kubernetes.Diagnosis.Facts;
import io.ansflow.kubernetes.Diagnosis.Failed;
import io.ansflow.kubernetes.Diagnosis.Limited;
import io.ansflow.kubernetes.Diagnosis.Step;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.NodeCount;
import io.ansflow.kubernetes.Stage;
import io.ansflow.kubernetes.TableApi.ListRequest;
import io.ansflow.kubernetes.TableRow;
import io.ansflow.testing.RecordedRows;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatedCheckTest {
    private static final SimulatedAddress PRODUCTION = SimulatedAddress.of("production");

    private final Simulated simulated = new Simulated();

    @Test
    void a_cluster_is_found_connected_with_what_stands_in_its_blueprint() {
        Diagnosis diagnosis = check(simulated.access(PRODUCTION));

        assertThat(diagnosis).isInstanceOf(Connected.class);
        Facts facts = ((Connected) diagnosis).facts();
        assertThat(facts.version()).isEqualTo("v1.31.12");
        assertThat(facts.user()).isEqualTo("system:serviceaccount:kube-system:ansflow");
        assertThat(facts.nodes()).isEqualTo(new NodeCount(15, 15));
        assertThat(facts.namespaces()).isEqualTo(13);
        assertThat(facts.podsRunning()).isPositive().isLessThan(facts.podsTotal());
        assertThat(diagnosis.trace().steps()).extracting(Step::stage).containsExactly(Stage.values());
    }

    @Test
    void the_cluster_in_trouble_has_a_node_that_does_not_answer() {
        Facts facts = ((Connected) check(simulated.access(SimulatedAddress.of("testing")))).facts();

        assertThat(facts.nodes()).isEqualTo(new NodeCount(7, 6));
    }

    @Test
    void the_same_seed_and_the_same_time_make_the_same_cluster() {
        Simulated other = new Simulated();
        for (Simulated one : List.of(simulated, other)) {
            one.check(one.access(PRODUCTION)).podsTotal();
            one.clock().pass(Duration.ofMinutes(4));
        }
        // It does not matter how often one looks.
        other.check(other.access(PRODUCTION)).podsTotal();
        simulated.clock().pass(Duration.ofMinutes(4));
        other.clock().pass(Duration.ofMinutes(4));

        assertThat(pods(simulated)).isNotEmpty().isEqualTo(pods(other));
    }

    @ParameterizedTest
    @CsvSource({
        "refused, CONNECTION_REFUSED",
        "tls-untrusted, TLS_UNTRUSTED",
        "tls-expired, TLS_EXPIRED",
        "unauthorized, UNAUTHORIZED",
        "server-error, SERVER_ERROR",
        "rate-limited, RATE_LIMITED",
        "no-such-fault, NOT_KUBERNETES"
    })
    void a_fault_in_the_address_fails_the_check(String fault, FailureCode code) {
        Diagnosis diagnosis = check(simulated.access(new SimulatedAddress("development", List.of(fault))));

        assertThat(((Failed) diagnosis).failure().code()).isEqualTo(code);
    }

    @Test
    void a_type_that_may_not_be_read_limits_the_check() {
        Diagnosis diagnosis = check(simulated.access(new SimulatedAddress("development", List.of("forbidden-nodes"))));

        assertThat(((Limited) diagnosis).facts().nodes()).isNull();
        assertThat(((Limited) diagnosis).limits())
                .singleElement()
                .satisfies(limit -> assertThat(limit.arguments()).containsExactly("list", "nodes"));
    }

    @Test
    void a_name_that_no_cluster_has_is_not_found() {
        Diagnosis diagnosis = check(simulated.access(SimulatedAddress.of("atlantis")));

        assertThat(((Failed) diagnosis).failure().code()).isEqualTo(FailureCode.DNS_NOT_FOUND);
    }

    @Test
    void the_certificate_of_another_cluster_is_not_trusted() {
        ClusterAccess other = simulated.access(SimulatedAddress.of("testing"));
        ClusterAccess mixed = new ClusterAccess(PRODUCTION.uri(), other.tls(), null, other.client());

        assertThat(((Failed) check(mixed)).failure().code()).isEqualTo(FailureCode.TLS_UNTRUSTED);
    }

    @Test
    void a_token_that_another_authority_signed_is_refused() {
        ClusterAccess one = simulated.access(PRODUCTION);
        ClusterAccess other = simulated.access(PRODUCTION);
        ClusterAccess mixed = new ClusterAccess(PRODUCTION.uri(), one.tls(), null, other.client());

        assertThat(((Failed) check(mixed)).failure().code()).isEqualTo(FailureCode.UNAUTHORIZED);
    }

    @Test
    void a_token_ends_when_it_says() {
        ClusterAccess access = simulated.access(PRODUCTION, "kube-system", "ansflow", Duration.ofHours(1));
        assertThat(check(access)).isInstanceOf(Connected.class);
        simulated.clock().pass(Duration.ofHours(2));

        assertThat(((Failed) check(access)).failure().code()).isEqualTo(FailureCode.CREDENTIAL_EXPIRED);
    }

    @Test
    void a_client_certificate_is_taken_for_whom_it_names() {
        var authority = new MadeUpAuthority(PRODUCTION, simulated.clock().instant());
        var client = authority.client("somebody", "system:masters", Duration.ofDays(1));
        var access = new ClusterAccess(
                PRODUCTION.uri(),
                new ServerTrust(List.of(Simulated.certificate(authority.certificate())), null, true),
                null,
                new ClientIdentity(
                        Map.of(),
                        new ClusterAccess.ClientCertificate(
                                List.of(Simulated.certificate(client.certificate())), Simulated.key(client.key())),
                        null));

        assertThat(((Connected) check(access)).facts().user()).isEqualTo("somebody");
    }

    @Test
    void an_address_says_whether_it_is_one_of_a_simulated_cluster() {
        assertThat(SimulatedAddress.is(URI.create("https://Development.SIMULATED.invalid:6443/slow")))
                .isTrue();
        assertThat(SimulatedAddress.is(URI.create("https://simulated.invalid"))).isFalse();
        assertThat(SimulatedAddress.is(URI.create("https://development.simulated.invalid.example.com")))
                .isFalse();
        assertThat(SimulatedAddress.is(URI.create("https://10.0.0.1:6443"))).isFalse();
    }

    private static List<TableRow> pods(Simulated simulated) {
        RecordedRows rows = new RecordedRows();
        simulated.tables(simulated.access(PRODUCTION)).list(new ListRequest("/api/v1/pods", null, false), rows);
        return rows.rows();
    }

    private Diagnosis check(ClusterAccess access) {
        return new ConnectionCheck(new ClusterApis() {
                    @Override
                    public ClusterApi open(ClusterAccess opened, CheckProgress progress) {
                        return simulated.check(opened, progress);
                    }
                })
                .check(access, CheckProgress.NONE);
    }
}
