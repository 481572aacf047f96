package io.ansflow.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.auth.AuthInput;
import io.ansflow.testing.Needs;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a check says of credentials and certificates that real API servers or we do not accept. */
@Needs(Needs.Part.CLUSTER)
class RealClusterRefusalsTest extends RealCheckTest {
    @Test
    void says_unauthorized_to_an_unknown_token() {
        assertFailed(
                check(access("token", CLUSTER.server(), token("nonsense"))),
                FailureCode.UNAUTHORIZED,
                Reachability.UNAUTHORIZED);
    }

    @Test
    void says_unauthorized_to_a_certificate_of_another_cluster() {
        assertFailed(
                check(access(
                        "certificate",
                        CLUSTER.server(),
                        Map.of(
                                "clientCertificate", OTHER.clientCertificate(),
                                "clientKey", OTHER.clientKey(),
                                "caCertificate", CLUSTER.ca()))),
                FailureCode.UNAUTHORIZED,
                Reachability.UNAUTHORIZED);
    }

    @Test
    void says_when_a_token_expired() {
        // The header, {"exp":1700000000} and a signature of nobody.
        String jwt = "eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjE3MDAwMDAwMDB9.c2ln";
        ClusterFailure failure = assertFailed(
                check(access("token", CLUSTER.server(), token(jwt))),
                FailureCode.CREDENTIAL_EXPIRED,
                Reachability.UNAUTHORIZED);
        assertThat(failure.arguments()).containsExactly("2023-11-14T22:13:20Z");
    }

    @Test
    void names_the_certificate_that_another_authority_signed() {
        Map<String, String> values = Map.of("token", CLUSTER.token(), "caCertificate", OTHER.ca());
        ClusterFailure failure = assertFailed(
                check(access("token", CLUSTER.server(), values)), FailureCode.TLS_UNTRUSTED, Reachability.UNREACHABLE);
        assertThat(failure.arguments().get(1)).isEqualTo("CN=kube-apiserver");
        assertThat(failure.arguments().get(3)).contains("localhost", "127.0.0.1");
    }

    @Test
    void does_not_trust_a_cluster_authority_that_was_not_given() {
        assertFailed(
                check(access("token", CLUSTER.server(), Map.of("token", CLUSTER.token()))),
                FailureCode.TLS_UNTRUSTED,
                Reachability.UNREACHABLE);
    }

    @Test
    void names_the_names_of_a_certificate_that_is_for_others() {
        String kubeconfig = CLUSTER.kubeconfig().replace("server: ", "tls-server-name: other.example.com, server: ");
        ClusterFailure failure = assertFailed(
                check(access("kubeconfig", null, Map.of("kubeconfig", kubeconfig))),
                FailureCode.TLS_HOSTNAME_MISMATCH,
                Reachability.UNREACHABLE);
        assertThat(failure.arguments().get(3)).contains("localhost", "kubernetes", "127.0.0.1");
    }

    @Test
    void accepts_a_certificate_under_the_server_name_of_the_kubeconfig() {
        String kubeconfig = CLUSTER.kubeconfig().replace("server: ", "tls-server-name: kubernetes, server: ");
        assertConnected(check(access("kubeconfig", null, Map.of("kubeconfig", kubeconfig))));
    }

    @Test
    void connects_to_anything_when_verification_is_switched_off() {
        var input = new AuthInput(CLUSTER.server(), Map.of("token", CLUSTER.token()), false);
        assertConnected(check(got(methods.find("token").orElseThrow().access(input))));
    }
}
