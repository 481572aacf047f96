package io.ansflow.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.Diagnosis.Step;
import io.ansflow.testing.Needs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The check against real API servers: the ways to connect, and the stages. */
@Needs(Needs.Part.CLUSTER)
class RealClusterCheckTest extends RealCheckTest {
    @Test
    void connects_by_token() {
        assertConnected(check(access("token", CLUSTER.server(), token(CLUSTER.token()))));
    }

    @Test
    void connects_by_kubeconfig() {
        assertConnected(check(access("kubeconfig", null, Map.of("kubeconfig", CLUSTER.kubeconfig()))));
    }

    @Test
    void connects_by_what_is_stored_of_a_kubeconfig() {
        var stored = methods.find("kubeconfig").orElseThrow().toStore(Map.of("kubeconfig", CLUSTER.kubeconfig()));
        assertConnected(check(access("kubeconfig", null, stored)));
    }

    @Test
    void connects_by_client_certificate() {
        assertConnected(check(access(
                "certificate",
                CLUSTER.server(),
                Map.of(
                        "clientCertificate", CLUSTER.clientCertificate(),
                        "clientKey", CLUSTER.clientKey(),
                        "caCertificate", CLUSTER.ca()))));
    }

    @Test
    void passes_the_stages_in_order_and_measures_each() {
        List<Stage> entered = new ArrayList<>();
        Diagnosis diagnosis = check.check(access("token", CLUSTER.server(), token(CLUSTER.token())), entered::add);
        assertThat(entered)
                .containsExactly(
                        Stage.ADDRESS,
                        Stage.TCP,
                        Stage.TLS,
                        Stage.HTTP,
                        Stage.VERSION,
                        Stage.IDENTITY,
                        Stage.NAMESPACES,
                        Stage.NODES,
                        Stage.PODS);
        assertThat(diagnosis.trace().steps()).extracting(Step::stage).isEqualTo(entered);
        assertThat(diagnosis.trace().steps()).extracting(Step::took).allMatch(Duration::isPositive);
        assertThat(diagnosis.trace().bytes()).isPositive();
    }
}
