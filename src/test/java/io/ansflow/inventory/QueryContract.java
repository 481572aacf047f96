package io.ansflow.inventory;

import static io.ansflow.inventory.TableRows.pod;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ansflow.base.ClusterId;
import io.ansflow.inventory.ResourceOrder.By;
import io.ansflow.inventory.ResourceQuery.Label;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lists, searches and counts find, on every database; compared with what looking at every resource finds. */
abstract class QueryContract extends InventoryTest {
    private static final String[] STATUSES = {"Running", "Running", "Running", "Pending", "Error", "Strange"};
    private static final Instant YEAR = Instant.parse("2026-01-01T00:00:00Z");

    private static final KindId NAMESPACES = new KindId("namespaces");
    private static final KindId DEPLOYMENTS = new KindId("deployments");

    private final List<ClusterId> ids = new ArrayList<>();
    private List<Resource> everything = List.of();

    @BeforeEach
    void fill() {
        Random random = new Random(4711);
        ids.clear();
        for (String name : List.of("one", "two", "three")) {
            ids.add(registered(name));
            for (int i = 0; i < 60; i++) {
                String namespace = "team-" + (char) ('a' + random.nextInt(4));
                fake(name)
                        .put(pod(namespace, "web-" + random.nextInt(40) + "-" + random.nextInt(2))
                                .status(STATUSES[random.nextInt(STATUSES.length)])
                                .cell("Node", "node-" + random.nextInt(9))
                                .cell("IP", "10.0." + random.nextInt(4) + "." + random.nextInt(20))
                                .label("app", "shop-" + random.nextInt(5))
                                .label("tier", random.nextBoolean() ? "front" : "back")
                                .createdAt(YEAR.plusSeconds(random.nextInt(50))));
                fake(name)
                        .put(TableRows.of("deployments", namespace, "web-" + random.nextInt(20))
                                .cell("Ready", random.nextInt(2) + "/1")
                                .cell("Images", "registry.example/team/api:" + random.nextInt(3) + ",envoy:1.31")
                                .label("app", "shop-" + random.nextInt(5)));
            }
            for (int i = 0; i < 9; i++) {
                fake(name).put(TableRows.node("node-" + i).label("zone", "z" + i % 3));
                fake(name).put(TableRows.namespace("team-" + (char) ('a' + i % 4)));
            }
        }
        ids.forEach(this::synced);
        everything = all(ResourceQuery.ALL);
        assertThat(everything).hasSizeGreaterThan(300);
    }

    /** Queries, and what they mean. */
    private Map<ResourceQuery, Predicate<Resource>> queries() {
        Map<ResourceQuery, Predicate<Resource>> queries = new LinkedHashMap<>();
        Set<ClusterId> two = Set.of(ids.get(0), ids.get(2));
        queries.put(ResourceQuery.ALL, row -> true);
        queries.put(ResourceQuery.of(PODS), row -> isPod(row));
        queries.put(
                ResourceQuery.ALL.kinds(Set.of(PODS, NODES)),
                row -> isPod(row) || row.key().kind().equals(NODES));
        queries.put(
                ResourceQuery.ALL.clusters(two), row -> two.contains(row.key().cluster()));
        queries.put(
                ResourceQuery.of(PODS).clusters(Set.of(ids.get(1))),
                row -> isPod(row) && row.key().cluster().equals(ids.get(1)));
        queries.put(
                ResourceQuery.of(PODS).namespaces(Set.of("team-b")),
                row -> isPod(row) && row.namespace().equals("team-b"));
        queries.put(
                ResourceQuery.ALL.namespaces(Set.of("team-a", "team-d")),
                row -> Set.of("team-a", "team-d").contains(row.namespace()));
        queries.put(
                ResourceQuery.of(PODS).health(Set.of(Health.FAILED)),
                row -> isPod(row) && row.health() == Health.FAILED);
        queries.put(
                ResourceQuery.ALL.health(Set.of(Health.FAILED, Health.UNKNOWN)),
                row -> row.health() == Health.FAILED || row.health() == Health.UNKNOWN);
        queries.put(
                ResourceQuery.ALL
                        .clusters(two)
                        .namespaces(Set.of("team-a", "team-b"))
                        .health(Set.of(Health.FAILED, Health.PROGRESSING)),
                row -> two.contains(row.key().cluster())
                        && Set.of("team-a", "team-b").contains(row.namespace())
                        && (row.health() == Health.FAILED || row.health() == Health.PROGRESSING));
        queries.put(ResourceQuery.ALL.labels(List.of(new Label("app", "shop-1"))), row -> has(row, "app", "shop-1"));
        queries.put(
                ResourceQuery.ALL.labels(List.of(new Label("zone", null))),
                row -> row.labels().containsKey("zone"));
        queries.put(
                ResourceQuery.of(PODS).labels(List.of(new Label("app", "shop-1"), new Label("tier", "back"))),
                row -> isPod(row) && has(row, "app", "shop-1") && has(row, "tier", "back"));
        queries.put(ResourceQuery.ALL.labels(List.of(new Label("app", "shop"))), row -> false);
        queries.put(ResourceQuery.ALL.text("WEB-1"), row -> row.name().startsWith("web-1"));
        queries.put(
                ResourceQuery.ALL.text("team-c"),
                row -> row.namespace().equals("team-c") || row.name().equals("team-c"));
        queries.put(
                ResourceQuery.ALL.text("node-3"),
                row -> row.name().equals("node-3") || cell(row, "node").equals("node-3"));
        queries.put(ResourceQuery.ALL.text("10.0.2."), row -> cell(row, "ip").startsWith("10.0.2."));
        queries.put(ResourceQuery.ALL.text("api:2"), row -> cell(row, "images").contains("api:2"));
        queries.put(ResourceQuery.ALL.text("shop-4"), row -> has(row, "app", "shop-4"));
        queries.put(
                ResourceQuery.of(PODS).text("app=shop-4  tier=f"),
                row -> isPod(row) && has(row, "app", "shop-4") && has(row, "tier", "front"));
        queries.put(
                ResourceQuery.ALL
                        .text("shop")
                        .labels(List.of(new Label("tier", "back")))
                        .clusters(two),
                row -> row.labels().containsKey("app")
                        && has(row, "tier", "back")
                        && two.contains(row.key().cluster()));
        queries.put(ResourceQuery.ALL.text("e"), row -> cell(row, "images").contains("envoy"));
        queries.put(ResourceQuery.ALL.text("%"), row -> false);
        queries.put(ResourceQuery.ALL.text("web_1"), row -> false);
        queries.put(ResourceQuery.ALL.text("nobody-has-this"), row -> false);
        return queries;
    }

    @Test
    void finds_exactly_what_is_asked_for_in_every_order_and_both_directions() {
        queries()
                .forEach((query, meaning) -> orders().forEach(order -> {
                    List<ResourceKey> expected =
                            keys(everything.stream().filter(meaning).sorted(reference(order)));
                    assertThat(forward(query, order, 40))
                            .as("%s %s", query, order)
                            .isEqualTo(expected);
                    assertThat(backward(query, order, 40))
                            .as("%s %s back", query, order)
                            .isEqualTo(expected);
                }));
    }

    @Test
    void counts_exactly_what_is_asked_for() {
        queries()
                .forEach((query, meaning) -> assertThat(inventory.count(query))
                        .as("%s", query)
                        .isEqualTo(new Count(everything.stream().filter(meaning).count(), true)));
    }

    @Test
    void a_mark_serves_also_when_it_is_gone_or_something_came_beside_it() {
        ResourceQuery pods = ResourceQuery.of(PODS);
        Slice first = inventory.slice(pods, ResourceOrder.DEFAULT, new Position.First(), 10);
        Resource mark = first.resources().getLast();
        List<ResourceKey> after = keys(everything.stream()
                .filter(QueryContract::isPod)
                .sorted(reference(ResourceOrder.DEFAULT))
                .skip(10));
        remove(mark);
        fake("one").put(pod("team-0", "first-of-all"));
        synced(ids.getFirst());

        Slice next = inventory.slice(pods, ResourceOrder.DEFAULT, new Position.After(mark), Inventory.MAX_SLICE);
        assertThat(keys(next.resources().stream())).isEqualTo(after);
        assertThat(next.more()).isFalse();
        Slice before = inventory.slice(pods, ResourceOrder.DEFAULT, new Position.Before(mark), Inventory.MAX_SLICE);
        assertThat(before.resources().getFirst().name()).isEqualTo("first-of-all");
        assertThat(before.resources()).hasSize(10);
    }

    private void remove(Resource pod) {
        long id = database.sql("select id from resource where cluster_id = ? and namespace = ? and name = ?")
                .params(pod.key().cluster().value(), pod.namespace(), pod.name())
                .query(Long.class)
                .single();
        RowWrite gone = new RowWrite.Delete(new RowKey(pod.namespace(), pod.name()), id);
        transaction.executeWithoutResult(status -> resources.write(pod.key().cluster(), PODS, List.of(gone)));
    }

    @Test
    void tells_whether_there_is_more() {
        ResourceQuery nodes = ResourceQuery.of(NODES);
        assertThat(inventory
                        .slice(nodes, ResourceOrder.DEFAULT, new Position.First(), 26)
                        .more())
                .isTrue();
        Slice all = inventory.slice(nodes, ResourceOrder.DEFAULT, new Position.First(), 27);
        assertThat(all.resources()).hasSize(27);
        assertThat(all.more()).isFalse();
        assertThat(inventory
                        .slice(nodes, ResourceOrder.DEFAULT, new Position.Last(), 27)
                        .more())
                .isFalse();
        assertThat(inventory
                        .slice(
                                nodes,
                                ResourceOrder.DEFAULT,
                                new Position.After(all.resources().getLast()),
                                5)
                        .resources())
                .isEmpty();
        assertThatThrownBy(() -> inventory.slice(nodes, ResourceOrder.DEFAULT, new Position.First(), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void names_namespaces_to_choose_from() {
        assertThat(inventory.namespaces(Set.of(), "", 10)).containsExactly("team-a", "team-b", "team-c", "team-d");
        assertThat(inventory.namespaces(Set.of(ids.getFirst()), "team-", 2)).containsExactly("team-a", "team-b");
        assertThat(inventory.namespaces(Set.of(), "team-c", 10)).containsExactly("team-c");
        assertThat(inventory.namespaces(Set.of(), "%", 10)).isEmpty();
    }

    @Test
    void counts_what_is_in_namespaces_at_once() {
        List<ResourceKey> namespaces = keys(all(ResourceQuery.of(NAMESPACES)).stream());
        assertThat(namespaces).hasSize(12);

        Map<ResourceKey, Map<KindId, Long>> counts = inventory.counts(namespaces, Set.of(PODS, DEPLOYMENTS));

        assertThat(counts.keySet()).containsExactlyElementsOf(namespaces);
        counts.forEach((namespace, here) -> assertThat(here)
                .as("%s", namespace)
                .isEqualTo(Map.of(PODS, in(namespace, PODS), DEPLOYMENTS, in(namespace, DEPLOYMENTS))));
        assertThat(inventory.counts(List.of(), Set.of(PODS))).isEmpty();
    }

    @Test
    void nothing_in_a_namespace_is_0_and_what_may_not_be_read_is_unknown() {
        fake("one").put(TableRows.namespace("empty"));
        synced(ids.getFirst());
        ResourceKey empty = new ResourceKey(ids.getFirst(), NAMESPACES, "", "empty");
        assertThat(inventory.counts(List.of(empty), Set.of(PODS, DEPLOYMENTS)).get(empty))
                .containsOnly(Map.entry(PODS, 0L), Map.entry(DEPLOYMENTS, 0L));

        fake("one").failing("pods", ClusterFailure.of(FailureCode.FORBIDDEN, "list", "pods"));
        synced(ids.getFirst(), true);

        assertThat(inventory.counts(List.of(empty), Set.of(PODS, DEPLOYMENTS)).get(empty))
                .containsOnly(Map.entry(DEPLOYMENTS, 0L));
        ResourceKey nowhere = new ResourceKey(new ClusterId(987_654), NAMESPACES, "", "empty");
        assertThat(inventory.counts(List.of(nowhere), Set.of(PODS)).get(nowhere))
                .isEmpty();
    }

    private long in(ResourceKey namespace, KindId kind) {
        return everything.stream()
                .filter(row -> row.key().kind().equals(kind)
                        && row.key().cluster().equals(namespace.cluster())
                        && row.namespace().equals(namespace.name()))
                .count();
    }

    @Test
    void texts_are_kept_and_given_back_whatever_is_in_them() {
        String evil = "<img src=x onerror=\"alert('1')\">😀 ' \" \\ %_ \u2028";
        fake("one").put(pod("team-a", "evil").status(evil).cell("Node", evil).label("note", evil));
        synced(ids.getFirst());
        Resource stored = inventory
                .find(new ResourceKey(ids.getFirst(), PODS, "team-a", "evil"))
                .orElseThrow();
        assertThat(stored.status()).isEqualTo(evil);
        assertThat(cell(stored, "node")).isEqualTo(evil);
        assertThat(stored.labels().get("note")).startsWith("<img src=x onerror=\"alert('1')\">😀 ' \" \\ %_");
        assertThat(keys(all(ResourceQuery.of(PODS).text("<IMG")).stream())).containsExactly(stored.key());
        assertThat(keys(all(ResourceQuery.of(PODS).labels(List.of(new Label("note", null)))).stream()))
                .containsExactly(stored.key());
    }

    @Test
    void a_label_that_is_longer_than_the_index_is_found_by_all_of_it() {
        String key = "very-long.example.com/" + "k".repeat(60);
        fake("one").put(pod("team-a", "long-1").label(key, "x".repeat(63)));
        fake("one").put(pod("team-a", "long-2").label(key, "x".repeat(62) + "y"));
        synced(ids.getFirst());
        assertThat(all(ResourceQuery.ALL.labels(List.of(new Label(key, "x".repeat(63))))))
                .singleElement()
                .satisfies(row -> assertThat(row.name()).isEqualTo("long-1"));
        assertThat(all(ResourceQuery.ALL.text(key + "=" + "x".repeat(62) + "y")))
                .singleElement()
                .satisfies(row -> assertThat(row.name()).isEqualTo("long-2"));
    }

    @Test
    void rows_in_several_common_states_come_in_every_order_page_by_page() {
        for (int i = 0; i <= TermIndex.RARE; i++) {
            fake("one").put(pod("team-" + (char) ('a' + i % 4), "many-" + i).status(i % 2 == 0 ? "Error" : "Pending"));
        }
        synced(ids.getFirst());
        Set<Health> states = Set.of(Health.FAILED, Health.PROGRESSING);
        ResourceQuery query = ResourceQuery.of(PODS).health(states);
        List<Resource> wanted = all(ResourceQuery.of(PODS)).stream()
                .filter(row -> states.contains(row.health()))
                .toList();
        assertThat(wanted).hasSizeGreaterThan(TermIndex.RARE);

        orders().forEach(order -> {
            List<ResourceKey> keys = keys(wanted.stream().sorted(reference(order)));
            assertThat(forward(query, order, 500)).as(order.toString()).isEqualTo(keys);
            assertThat(backward(query, order, 500)).as(order.toString()).isEqualTo(keys);
        });
    }

    private List<ResourceKey> forward(ResourceQuery query, ResourceOrder order, int size) {
        List<Resource> found = new ArrayList<>();
        Slice slice = inventory.slice(query, order, new Position.First(), size);
        found.addAll(slice.resources());
        while (slice.more()) {
            assertThat(slice.resources()).hasSize(size);
            slice = inventory.slice(query, order, new Position.After(found.getLast()), size);
            found.addAll(slice.resources());
        }
        return keys(found.stream());
    }

    private List<ResourceKey> backward(ResourceQuery query, ResourceOrder order, int size) {
        List<Resource> found = new ArrayList<>();
        Slice slice = inventory.slice(query, order, new Position.Last(), size);
        found.addAll(0, slice.resources());
        while (slice.more()) {
            assertThat(slice.resources()).hasSize(size);
            slice = inventory.slice(query, order, new Position.Before(found.getFirst()), size);
            found.addAll(0, slice.resources());
        }
        return keys(found.stream());
    }

    private static Stream<ResourceOrder> orders() {
        return Arrays.stream(By.values())
                .flatMap(by -> Stream.of(new ResourceOrder(by, false), new ResourceOrder(by, true)));
    }

    private Comparator<Resource> reference(ResourceOrder order) {
        Comparator<Resource> byPlace = Comparator.comparing(Resource::namespace)
                .thenComparingLong(row -> row.key().cluster().value())
                .thenComparing(Resource::name);
        Comparator<Resource> keys = switch (order.by()) {
            case NAMESPACE -> byPlace;
            case NAME -> Comparator.comparing(Resource::name).thenComparingLong(Resource::id);
            case CLUSTER ->
                Comparator.<Resource>comparingLong(row -> row.key().cluster().value())
                        .thenComparing(byPlace);
            case HEALTH -> Comparator.comparing(Resource::health).thenComparing(byPlace);
            case CREATED -> Comparator.comparing(Resource::createdAt).thenComparingLong(Resource::id);
        };
        Comparator<Resource> whole =
                keys.thenComparingInt(row -> kinds.place(row.key().kind()));
        return order.descending() ? whole.reversed() : whole;
    }

    private static List<ResourceKey> keys(Stream<Resource> resources) {
        return resources.map(Resource::key).toList();
    }

    private static boolean isPod(Resource row) {
        return row.key().kind().equals(PODS);
    }

    private static boolean has(Resource row, String label, String value) {
        return value.equals(row.labels().get(label));
    }

    private static String cell(Resource row, String column) {
        return row.cells().getOrDefault(column, "");
    }
}
