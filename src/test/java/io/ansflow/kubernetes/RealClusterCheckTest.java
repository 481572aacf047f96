package io.ansflow.kubernetes;

import static io.ansflow.testing.FailureAssertions.assertCanBeTold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ansflow.kubernetes.Diagnosis.Connected;
import io.ansflow.kubernetes.Diagnosis.Facts;
import io.ansflow.kubernetes.Diagnosis.Failed;
import io.ansflow.kubernetes.Diagnosis.Limited;
import io.ansflow.kubernetes.Diagnosis.Step;
import io.ansflow.kubernetes.auth.AuthInput;
import io.ansflow.kubernetes.auth.AuthMethods;
import io.ansflow.testing.FailureAssertions;
import io.ansflow.testing.Needs;
import io.ansflow.testing.RealApi;
import io.ansflow.testing.RealCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import tools.jackson.databind.JsonNode;

/** The check against real API servers. */
@Needs(Needs.Part.CLUSTER)
@SpringJUnitConfig
class RealClusterCheckTest {
    private static final RealCluster CLUSTER = RealCluster.configured() ? RealCluster.first() : absent();
    private static final RealCluster OTHER = RealCluster.configured() ? RealCluster.second() : absent();

    @Configuration
    @Import({ConnectionCheck.class, AuthMethods.class})
    @ComponentScan({"io.ansflow.kubernetes.auth", "io.ansflow.kubernetes.http"})
    static class KubernetesModule {}

    @Autowired
    ConnectionCheck check;

    @Autowired
    AuthMethods methods;

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

    @Test
    void counts_what_a_full_listing_counts() {
        String name = "check-" + UUID.randomUUID();
        try (RealApi api = new RealApi(OTHER)) {
            api.create("/api/v1/namespaces", "{\"metadata\":{\"name\":\"" + name + "\"}}");
            node(api, name + "-ready", "True");
            node(api, name + "-not-ready", "False");
            pod(api, name, "running", "Running");
            pod(api, name, "done", "Succeeded");
            try {
                await().untilAsserted(() -> {
                    Facts facts = facts(check(access(
                            "token", OTHER.server(), Map.of("token", OTHER.token(), "caCertificate", OTHER.ca()))));
                    assertThat(facts.namespaces()).isEqualTo(count(api, "namespaces", item -> true));
                    assertThat(facts.nodes())
                            .isEqualTo(new NodeCount(
                                    count(api, "nodes", item -> true),
                                    count(api, "nodes", RealClusterCheckTest::isReady)));
                    assertThat(facts.podsTotal()).isEqualTo(count(api, "pods", item -> true));
                    assertThat(facts.podsRunning())
                            .isPositive()
                            .isEqualTo(count(
                                    api,
                                    "pods",
                                    item -> item.at("/status/phase").asString().equals("Running")));
                });
            } finally {
                api.delete("/api/v1/nodes/" + name + "-ready");
                api.delete("/api/v1/nodes/" + name + "-not-ready");
                api.delete("/api/v1/namespaces/" + name);
            }
        }
    }

    @Test
    void counts_where_the_server_does_not_say_who_we_are() {
        Facts facts = facts(check(access("token", CLUSTER.server(), token(CLUSTER.token()))));
        try (RealApi api = new RealApi(CLUSTER)) {
            boolean says = !api.get("/version").path("minor").asString().isEmpty();
            assertThat(facts.user() != null).isEqualTo(says);
        }
    }

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
    void is_limited_for_a_viewer_of_one_namespace() {
        assertForbidden(check(access("token", CLUSTER.server(), token(CLUSTER.viewerToken()))));
    }

    @Test
    void is_limited_for_somebody_who_may_do_nothing() {
        assertForbidden(check(access("token", CLUSTER.server(), token(CLUSTER.nobodyToken()))));
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

    private static Map<String, String> token(String token) {
        return Map.of("token", token, "caCertificate", CLUSTER.ca());
    }

    private ClusterAccess access(String method, @Nullable String server, Map<String, String> values) {
        return got(methods.find(method).orElseThrow().access(new AuthInput(server, values, true)));
    }

    private static ClusterAccess got(Answer<ClusterAccess> answer) {
        assertThat(answer).isInstanceOf(Answer.Got.class);
        return ((Answer.Got<ClusterAccess>) answer).value();
    }

    private Diagnosis check(ClusterAccess access) {
        return check.check(access, CheckProgress.NONE);
    }

    private static void assertConnected(Diagnosis diagnosis) {
        Facts facts = facts(diagnosis);
        assertThat(facts.version()).startsWith("v1.");
        assertThat(facts.roundTrip()).isPositive();
        assertThat(facts.namespaces()).isPositive();
        assertThat(facts.nodes()).isNotNull();
        assertThat(facts.podsTotal()).isNotNull();
        assertThat(facts.podsRunning()).isNotNull();
    }

    private static Facts facts(Diagnosis diagnosis) {
        assertThat(diagnosis).isInstanceOf(Connected.class);
        return ((Connected) diagnosis).facts();
    }

    private static ClusterFailure assertFailed(Diagnosis diagnosis, FailureCode code, Reachability reachability) {
        assertThat(diagnosis).isInstanceOf(Failed.class);
        assertThat(diagnosis.reachability()).isEqualTo(reachability);
        ClusterFailure failure = ((Failed) diagnosis).failure();
        assertThat(failure.code()).isEqualTo(code);
        assertCanBeTold(failure);
        return failure;
    }

    private static void assertForbidden(Diagnosis diagnosis) {
        assertThat(diagnosis).isInstanceOf(Limited.class);
        Limited limited = (Limited) diagnosis;
        assertThat(limited.limits())
                .containsExactly(
                        ClusterFailure.of(FailureCode.FORBIDDEN, "list", "namespaces"),
                        ClusterFailure.of(FailureCode.FORBIDDEN, "list", "nodes"),
                        ClusterFailure.of(FailureCode.FORBIDDEN, "list", "pods"));
        limited.limits().forEach(FailureAssertions::assertCanBeTold);
        assertThat(limited.facts().version()).startsWith("v1.");
        assertThat(limited.facts().namespaces()).isNull();
        assertThat(limited.facts().nodes()).isNull();
        assertThat(limited.facts().podsTotal()).isNull();
        assertThat(limited.facts().podsRunning()).isNull();
    }

    private static void node(RealApi api, String name, String ready) {
        api.create("/api/v1/nodes", "{\"metadata\":{\"name\":\"" + name + "\"}}");
        api.patch(
                "/api/v1/nodes/" + name + "/status",
                "{\"status\":{\"conditions\":[{\"type\":\"Ready\",\"status\":\"" + ready + "\"}]}}");
    }

    private static void pod(RealApi api, String namespace, String name, String phase) {
        String pods = "/api/v1/namespaces/" + namespace + "/pods";
        // The service account "default" is made a moment after its namespace; pods are refused until then.
        await().ignoreExceptions()
                .until(() -> api.get("/api/v1/namespaces/" + namespace + "/serviceaccounts/default")
                        .has("secrets"));
        api.create(
                pods,
                "{\"metadata\":{\"name\":\"" + name
                        + "\"},\"spec\":{\"containers\":[{\"name\":\"c\",\"image\":\"i\"}]}}");
        api.patch(pods + "/" + name + "/status", "{\"status\":{\"phase\":\"" + phase + "\"}}");
    }

    private static long count(RealApi api, String resource, Predicate<JsonNode> which) {
        JsonNode items = api.get("/api/v1/" + resource).path("items");
        return StreamSupport.stream(items.spliterator(), false).filter(which).count();
    }

    private static boolean isReady(JsonNode node) {
        return StreamSupport.stream(node.at("/status/conditions").spliterator(), false)
                .anyMatch(condition -> condition.path("type").asString().equals("Ready")
                        && condition.path("status").asString().equals("True"));
    }

    private static RealCluster absent() {
        return new RealCluster("", "", "", "", "", "", "", "");
    }
}
