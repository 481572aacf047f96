package io.ansflow.inventory;

import static io.ansflow.inventory.HostilePods.GONE;
import static io.ansflow.inventory.HostilePods.events;
import static io.ansflow.inventory.HostilePods.saying;
import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.testing.Databases;
import io.ansflow.testing.HostileServer;
import io.ansflow.testing.HostileServer.Behaviour;
import io.ansflow.testing.HostileServer.Connection;
import io.ansflow.testing.TestAuthority;
import io.ansflow.testing.TestAuthority.Identity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * Syncs of a server that answers as badly as servers and networks do, over real sockets: never is anything deleted that
 * there is, never anything stored twice, and the next sync repairs what one could not do.
 */
@Timeout(120)
@TestPropertySource(
        properties = {
            "ansflow.kubernetes.read-timeout=2s",
            "ansflow.kubernetes.tables.read-timeout=2s",
            "ansflow.kubernetes.tables.timeout=6s"
        })
class HostileInventoryTest extends InventoryTest {
    private static final TestAuthority AUTHORITY = new TestAuthority("CN=test-ca");
    private static final Identity SERVER = AUTHORITY.issue("CN=server", "127.0.0.1");

    private final HostilePods pods = new HostilePods();
    private HostileServer server = HostileServer.tls(SERVER, pods);
    private ClusterId cluster = new ClusterId(1);

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        String url = Databases.h2Url();
        registry.add("spring.datasource.url", () -> url);
    }

    @BeforeEach
    void know_four_pods() {
        pods.pages(List.of("a", "b"), List.of("c", "d"));
        cluster = registered(
                "hostile", server.uri(), Map.of("caCertificate", TestAuthority.pem(AUTHORITY.certificate())));
        assertThat(pods(true).status()).isEqualTo(SyncStatus.OK);
        assertStored("a", "b", "c", "d");
        // The third is gone, two are new, and what is on which page has changed.
        pods.pages(List.of("a", "aa"), List.of("b", "bb"), List.of("d"));
    }

    @AfterEach
    void stop_the_server() {
        server.close();
    }

    /** What can go wrong with the second page, and what it is called. */
    record Fault(String name, Behaviour behaviour, FailureCode code) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Fault> faults() {
        String ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
        return Stream.of(
                new Fault("reset", Connection::reset, FailureCode.CONNECTION_FAILED),
                new Fault("garbage", saying(HostileServer.json("{\"kind\":\"Tab}")), FailureCode.NOT_KUBERNETES),
                new Fault(
                        "another document",
                        saying(HostileServer.json("{\"kind\":\"PodList\",\"items\":[]}")),
                        FailureCode.NOT_KUBERNETES),
                new Fault(
                        "rows without objects",
                        saying(HostileServer.json("{\"kind\":\"Table\",\"rows\":[{\"cells\":[\"x\"]}]}")),
                        FailureCode.NOT_KUBERNETES),
                new Fault(
                        "a page of a proxy",
                        saying(HostileServer.answer("200 OK", "text/html", "<html>Log in</html>")),
                        FailureCode.NOT_KUBERNETES),
                new Fault(
                        "403",
                        saying(HostileServer.answer("403 Forbidden", "text/plain", "no")),
                        FailureCode.FORBIDDEN),
                new Fault(
                        "500",
                        saying(HostileServer.answer("500 Internal Server Error", "text/plain", "no")),
                        FailureCode.SERVER_ERROR),
                new Fault(
                        "429",
                        saying(HostileServer.answer("429 Too Many Requests", "text/plain", "no")),
                        FailureCode.RATE_LIMITED),
                new Fault("silence", Connection::hang, FailureCode.RESPONSE_TIMEOUT),
                new Fault(
                        "never ending",
                        connection -> {
                            connection.send(ok + "Transfer-Encoding: chunked\r\n\r\n");
                            while (true) {
                                connection.send("400\r\n" + " ".repeat(1024) + "\r\n");
                            }
                        },
                        FailureCode.RESPONSE_TIMEOUT));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_second_page_that_goes_wrong_deletes_nothing(Fault fault) {
        pods.page(2, fault.behaviour());
        KindResult broken = pods(true);
        assertThat(Objects.requireNonNull(broken.failure()).code()).isEqualTo(fault.code());
        assertThat(broken.deleted()).isZero();
        assertStored("a", "aa", "b", "c", "d");
        assertRepaired();
    }

    @Test
    void half_a_second_page_counts_as_far_as_it_came() {
        for (Behaviour then : List.<Behaviour>of(Connection::reset, connection -> {}, Connection::hang)) {
            pods.page(2, pods.half(2, then));
            KindResult broken = pods(true);
            assertThat(broken.status()).isEqualTo(SyncStatus.FAILED);
            assertThat(broken.deleted()).isZero();
        }
        assertThat(stored()).contains("a", "b", "c", "d");
        assertRepaired();
    }

    @Test
    void a_list_that_is_forgotten_between_two_pages_is_begun_again() {
        pods.pageOnce(3, saying(GONE));
        KindResult result = pods(true);
        assertThat(result.status()).isEqualTo(SyncStatus.OK);
        assertThat(result.rows()).isEqualTo(5);
        assertStored("a", "aa", "b", "bb", "d");
    }

    @Test
    void a_list_that_is_forgotten_every_time_fails() {
        pods.page(3, saying(GONE));
        assertThat(Objects.requireNonNull(pods(true).failure()).code()).isEqualTo(FailureCode.EXPIRED);
        assertStored("a", "aa", "b", "bb", "c", "d");
        assertRepaired();
    }

    @Test
    void an_empty_page_is_not_the_last() {
        pods.pages(List.of("a", "aa"), List.of(), List.of("b", "bb"), List.of("d"));
        assertThat(pods(true).status()).isEqualTo(SyncStatus.OK);
        assertStored("a", "aa", "b", "bb", "d");
    }

    @Test
    void pages_that_lead_to_themselves_end() {
        pods.page(2, pods.leadingTo(2, 2));
        assertThat(code(pods(true))).isEqualTo(FailureCode.NOT_KUBERNETES);
        pods.page(2, pods.emptyBefore(2));
        assertThat(code(pods(true))).isEqualTo(FailureCode.NOT_KUBERNETES);
        assertStored("a", "aa", "b", "bb", "c", "d");
        assertRepaired();
    }

    @Test
    void pages_that_lead_in_a_circle_end() {
        pods.page(3, pods.leadingTo(3, 2));
        assertThat(code(pods(true))).isEqualTo(FailureCode.NOT_KUBERNETES);
        assertThat(server.requests().stream().filter(request -> request.contains("continue=page-2")))
                .hasSizeLessThan(4);
        assertRepaired();
    }

    @Test
    void empty_pages_end_at_some_time() {
        for (int page = 2; page < 40; page++) {
            pods.page(page, pods.emptyBefore(page + 1));
        }
        assertThat(code(pods(true))).isEqualTo(FailureCode.NOT_KUBERNETES);
        assertRepaired();
    }

    @Test
    void a_server_that_restarts_between_two_pages_is_asked_again() {
        // Its connections are gone, and it knows nothing of the pages that it gave before.
        pods.pageOnce(2, connection -> {
            pods.pageOnce(2, saying(GONE));
            connection.reset();
        });
        KindResult result = pods(true);
        assertThat(result.deleted()).isLessThanOrEqualTo(1);
        assertThat(stored()).contains("a", "b", "d");
        assertRepaired();
    }

    @Test
    void a_server_that_is_gone_between_two_pages_is_a_finding() throws IOException {
        pods.page(2, connection -> server.close());
        KindResult broken = pods(true);
        assertThat(broken.status()).isEqualTo(SyncStatus.FAILED);
        assertStored("a", "aa", "b", "c", "d");

        server = HostileServer.tls(SERVER, pods);
        database.sql("update cluster set server = ?")
                .param(server.uri().toString())
                .update();
        assertRepaired();
    }

    @Test
    void what_changed_is_taken_from_a_watch_up_to_its_bookmark() {
        pods.watch(connection -> events(connection)
                .changed("b", 201)
                .changed("bb", 202)
                .deleted("c", 203)
                .bookmark(240)
                .idle());
        KindResult result = pods(false);
        assertThat(result.mode()).isEqualTo(SyncMode.CATCH_UP);
        assertThat(List.of(result.inserted(), result.updated(), result.deleted()))
                .containsExactly(1L, 1L, 1L);
        assertThat(result.rows()).isEqualTo(4);
        assertStored("a", "b", "bb", "d");
        pods(false);
        assertThat(server.requests().stream()
                        .filter(request -> request.contains("/api/v1/pods?") && request.contains("watch=1"))
                        .reduce((first, last) -> last)
                        .orElseThrow())
                .contains("resourceVersion=240");
    }

    static Stream<Fault> watchFaults() {
        return Stream.of(
                new Fault("410", saying(GONE), FailureCode.EXPIRED),
                new Fault("410 as an event", connection -> events(connection).error(410), FailureCode.EXPIRED),
                new Fault(
                        "410 after changes",
                        connection -> events(connection)
                                .changed("zz", 201)
                                .deleted("zz", 202)
                                .changed("bb", 203)
                                .error(410),
                        FailureCode.EXPIRED),
                new Fault(
                        "404",
                        saying(HostileServer.answer("404 Not Found", "text/plain", "404 page not found")),
                        FailureCode.NOT_FOUND),
                new Fault("ends at once", connection -> events(connection).end(), FailureCode.CONNECTION_FAILED),
                new Fault(
                        "ends after a change",
                        connection -> events(connection).changed("bb", 201).end(),
                        FailureCode.CONNECTION_FAILED),
                new Fault("reset", Connection::reset, FailureCode.CONNECTION_FAILED),
                new Fault(
                        "garbage",
                        connection ->
                                events(connection).raw("<html>Log in</html>").idle(),
                        FailureCode.NOT_KUBERNETES),
                new Fault(
                        "no event",
                        connection -> events(connection)
                                .raw("{\"type\":\"WHATEVER\",\"object\":{\"kind\":\"Table\",\"rows\":[{}]}}")
                                .idle(),
                        FailureCode.NOT_KUBERNETES),
                new Fault(
                        "stalls within an event",
                        connection -> events(connection)
                                .raw("{\"type\":\"MODIFIED\",\"object\":{\"kind\":")
                                .idle(),
                        FailureCode.RESPONSE_TIMEOUT),
                new Fault("no answer", Connection::hang, FailureCode.RESPONSE_TIMEOUT));
    }

    @ParameterizedTest
    @MethodSource("watchFaults")
    void a_watch_that_goes_wrong_is_made_good_by_a_list(Fault fault) {
        pods.watch(fault.behaviour());
        KindResult result = pods(false);
        assertThat(result.status()).isEqualTo(SyncStatus.OK);
        assertThat(result.mode()).isEqualTo(SyncMode.FULL);
        assertStored("a", "aa", "b", "bb", "d");
        assertThat(result.rows()).isEqualTo(5);
    }

    @Test
    void a_watch_of_which_nothing_comes_has_nothing_to_tell() {
        KindResult result = pods(false);
        assertThat(result.status()).isEqualTo(SyncStatus.OK);
        assertThat(result.mode()).isEqualTo(SyncMode.CATCH_UP);
        assertStored("a", "b", "c", "d");
    }

    @Test
    void names_that_a_database_cannot_tell_apart_are_refused_as_a_whole() {
        for (String name : List.of("b ", "x".repeat(254), "b\u0000", "\ud800")) {
            pods.pages(List.of("a", "aa"), List.of(Map.of("name", name)));
            assertThat(code(pods(true))).as(name).isEqualTo(FailureCode.NOT_KUBERNETES);
        }
        assertStored("a", "aa", "b", "c", "d");
        pods.pages(List.of("a", "aa"), List.of("b", "bb"), List.of("d"));
        assertRepaired();
    }

    @Test
    void markup_is_text_and_what_may_hold_values_is_not_kept() {
        String evil = "<img src=x onerror=alert(1)>";
        pods.pages(List.of(Map.of(
                "name",
                "<b>pod</b>",
                "labels",
                Map.of("note", evil),
                "annotations",
                Map.of("kubectl.kubernetes.io/last-applied-configuration", "value-in-an-annotation"),
                "managedFields",
                List.of(Map.of("fieldsV1", Map.of("f:value-in-managed-fields", Map.of()))),
                "cells",
                List.of("<b>pod</b>", "1/1", evil, 0, "5d"))));
        assertThat(pods(true).status()).isEqualTo(SyncStatus.OK);
        Resource stored = inventory
                .find(new ResourceKey(cluster, PODS, "shop", "<b>pod</b>"))
                .orElseThrow();
        assertThat(stored.status()).isEqualTo(evil);
        assertThat(stored.labels()).containsEntry("note", evil);
        assertThat(everythingStored()).contains("onerror").doesNotContain("value-in-");
    }

    /** Once the server is well, one sync is enough. */
    private void assertRepaired() {
        pods.heal();
        assertThat(pods(false).status()).isEqualTo(SyncStatus.OK);
        assertStored("a", "aa", "b", "bb", "d");
        assertThat(state(cluster, PODS).rows()).isEqualTo(5);
    }

    private void assertStored(String... names) {
        assertThat(stored()).containsExactly(names);
    }

    private List<String> stored() {
        return all(ResourceQuery.of(PODS)).stream().map(Resource::name).toList();
    }

    private KindResult pods(boolean full) {
        return Objects.requireNonNull(synced(cluster, full).get("pods"));
    }

    private static FailureCode code(KindResult result) {
        ClusterFailure failure = Objects.requireNonNull(result.failure());
        return failure.code();
    }

    private String everythingStored() {
        List<String> rows = new ArrayList<>();
        for (String table : List.of("resource", "posting", "kind_sync", "cluster_sync")) {
            database.sql("select * from " + table).query().listOfRows().forEach(row -> rows.add(row.toString()));
        }
        return rows.toString();
    }
}
