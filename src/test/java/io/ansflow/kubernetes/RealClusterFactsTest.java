package io.ansflow.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ansflow.kubernetes.Diagnosis.Facts;
import io.ansflow.kubernetes.Diagnosis.Limited;
import io.ansflow.testing.FailureAssertions;
import io.ansflow.testing.Needs;
import io.ansflow.testing.RealApi;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a check finds out about real clusters, and what it cannot without the right to. */
@Needs(Needs.Part.CLUSTER)
class RealClusterFactsTest extends RealCheckTest {
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
                                    count(api, "nodes", RealClusterFactsTest::isReady)));
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
    void is_limited_for_a_viewer_of_one_namespace() {
        assertForbidden(check(access("token", CLUSTER.server(), token(CLUSTER.viewerToken()))));
    }

    @Test
    void is_limited_for_somebody_who_may_do_nothing() {
        assertForbidden(check(access("token", CLUSTER.server(), token(CLUSTER.nobodyToken()))));
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
}
