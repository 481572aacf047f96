package io.ansflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ansflow.base.ClusterId;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.Clusters;
import io.ansflow.cluster.DraftBuilder;
import io.ansflow.jobs.Leases;
import io.ansflow.kubernetes.TableApis;
import io.ansflow.testing.FakeClusterApis;
import io.ansflow.testing.TestClock;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The inventory on a database, over clusters in memory, at a time that stands still. Everything else is real. */
@SpringBootTest(
        webEnvironment = WebEnvironment.MOCK,
        properties = {
            "ansflow.jobs.server=false",
            "ansflow.checks.scheduled=false",
            "ansflow.sync.scheduled=false",
            "ansflow.sync.jitter=0",
            // Fewer than there are: what the first ones find out spares the others.
            "ansflow.sync.kinds-at-once=4"
        })
@Import(InventoryTest.Fakes.class)
@WithMockUser(roles = {"ADMINISTRATOR", "OPERATOR", "VIEWER"})
abstract class InventoryTest {
    static final KindId PODS = new KindId("pods");
    static final KindId NODES = new KindId("nodes");
    static final KindId CONFIG_MAPS = new KindId("configmaps");

    @TempDir
    static Path data;

    @Autowired
    Clusters clusters;

    @Autowired
    Inventory inventory;

    @Autowired
    InventorySync sync;

    @Autowired
    FakeTables tables;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Leases leases;

    @Autowired
    SyncSettings settings;

    @Autowired
    ResourceTable resources;

    @Autowired
    KnownRows known;

    @Autowired
    ResourceKinds kinds;

    @Autowired
    private FakeClusterApis apis;

    @Autowired
    private ApplicationEventPublisher events;

    @DynamicPropertySource
    static void dataDirectory(DynamicPropertyRegistry registry) {
        registry.add("ansflow.data", data::toString);
    }

    @TestConfiguration
    static class Fakes {
        @Bean
        @Primary
        FakeClusterApis fakeClusterApis() {
            return new FakeClusterApis();
        }

        @Bean
        @Primary
        FakeTables fakeTables(@Qualifier("httpTableApis") TableApis real) {
            return new FakeTables(real);
        }

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }

    @BeforeEach
    void start_without_clusters() {
        for (String table : List.of("cluster", "resource", "posting", "kind_sync", "cluster_sync", "lease")) {
            database.sql("delete from " + table).update();
        }
        tables.clear();
    }

    /**
     * Whatever was written, removed or failed meanwhile, as soon as nobody writes any more. Rows that were to be written when
     * it failed may be found by terms and not be there.
     */
    @AfterEach
    void terms_find_the_rows_that_have_them_and_no_others() {
        await().untilAsserted(() -> assertThat(foundByTerms()).isEqualTo(termsOfRows()));
    }

    private Map<String, Set<Long>> termsOfRows() {
        Map<String, Set<Long>> rows = new TreeMap<>();
        database.sql("select id, kind, search_text from resource").query(row -> {
            long id = row.getLong(1);
            String kind = row.getString(2);
            SearchTerms.terms(row.getString(3))
                    .forEach(term -> rows.computeIfAbsent(kind + " " + term, none -> new TreeSet<>())
                            .add(id));
        });
        return rows;
    }

    private Map<String, Set<Long>> foundByTerms() {
        Map<String, Set<Long>> rows = new TreeMap<>();
        Set<Long> ids = Set.copyOf(
                database.sql("select id from resource").query(Long.class).list());
        database.sql("select kind, prefix, block, terms from posting").query(row -> {
            String kind = row.getString(1);
            long block = row.getLong(3);
            TermGroup.of(row.getString(2), row.getBytes(4)).terms().forEach((term, places) -> {
                Postings postings = new Postings();
                postings.add(block, places);
                postings.ids().stream()
                        .filter(ids::contains)
                        .forEach(id -> rows.computeIfAbsent(kind + " " + term, none -> new TreeSet<>())
                                .add(id));
            });
        });
        return rows;
    }

    /** Registers a cluster, whose host is its name with {@code .example}. */
    ClusterId registered(String name) {
        return registered(name, URI.create("https://" + name + ".example"), Map.of());
    }

    /** Registers a cluster at an address. */
    ClusterId registered(String name, URI server, Map<String, String> credentials) {
        apis.healthy(server.getHost());
        return DraftBuilder.draft(name, server.toString())
                .credentials(credentials)
                .register(clusters);
    }

    FakeTables.FakeCluster fake(String name) {
        return tables.cluster(name + ".example");
    }

    /** Syncs; what was done about each kind. */
    Map<String, KindResult> synced(ClusterId id) {
        return synced(id, false);
    }

    Map<String, KindResult> synced(ClusterId id, boolean full) {
        try {
            Map<String, KindResult> results = new LinkedHashMap<>();
            sync.run(id, full, progress -> {})
                    .forEach(result -> results.put(result.kind().value(), result));
            return results;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    KindState state(ClusterId id, KindId kind) {
        return sync.states(id).stream()
                .filter(state -> state.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /** Everything that a query finds, in order, slice by slice. */
    List<Resource> all(ResourceQuery query) {
        List<Resource> found = new ArrayList<>();
        Slice slice = inventory.slice(query, ResourceOrder.DEFAULT, new Position.First(), Inventory.MAX_SLICE);
        found.addAll(slice.resources());
        while (slice.more()) {
            slice = inventory.slice(
                    query,
                    ResourceOrder.DEFAULT,
                    new Position.After(slice.resources().getLast()),
                    Inventory.MAX_SLICE);
            found.addAll(slice.resources());
        }
        return found;
    }

    /** Names of what is stored of a kind, as {@code namespace/name} in order. */
    List<String> names(KindId kind) {
        return all(ResourceQuery.of(kind)).stream()
                .map(resource -> resource.namespace() + "/" + resource.name())
                .toList();
    }

    void delete(ClusterId id) {
        clusters.delete(id, clusters.find(id).map(Cluster::name).orElseThrow());
    }

    CleanUp cleanUp() {
        return new CleanUp(resources, leases, settings, kinds, database, transaction, events, clock);
    }

    long count(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }

    /** Rows of Tables, put into a cluster. */
    static void put(FakeTables.FakeCluster cluster, TableRows... rows) {
        List.of(rows).forEach(cluster::put);
    }

    static <T> Consumer<T> ignoring() {
        return ignored -> {};
    }
}
