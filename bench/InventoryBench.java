import com.sun.management.OperatingSystemMXBean;
import io.ansflow.Application;
import io.ansflow.base.ClusterId;
import io.ansflow.cluster.ClusterDraft;
import io.ansflow.cluster.ClusterType;
import io.ansflow.cluster.Clusters;
import io.ansflow.cluster.Environment;
import io.ansflow.cluster.SaveResult;
import io.ansflow.inventory.Health;
import io.ansflow.inventory.Inventory;
import io.ansflow.inventory.InventorySync;
import io.ansflow.inventory.KindId;
import io.ansflow.inventory.KindResult;
import io.ansflow.inventory.Position;
import io.ansflow.inventory.ResourceOrder;
import io.ansflow.inventory.ResourceQuery;
import io.ansflow.inventory.Slice;
import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.testing.MariaDb;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Measures syncs and lists of the inventory, on a fresh database, and prints a line for each figure. Started by {@code run};
 * takes {@code h2|mariadb} and {@code heap|sync|scroll}.
 */
final class InventoryBench {
    private static final int ROWS = 1_000_000;
    private static final int PAGE = 50;
    private static final int ID_BITS = 40;
    private static final int BLOCK_BITS = ID_BITS - 11;
    private static final int REPETITIONS = 20;
    private static final String RESOURCE = "kind, namespace, name, uid, resource_version, health, status, created_at, cells,"
            + " labels, owners, search_text";

    private final Clusters clusters;
    private final Inventory inventory;
    private final InventorySync sync;
    private final JdbcTemplate jdbc;
    private final JdbcClient database;
    private final String name;

    private InventoryBench(Clusters clusters, Inventory inventory, InventorySync sync, JdbcTemplate jdbc, String name) {
        this.clusters = clusters;
        this.inventory = inventory;
        this.sync = sync;
        this.jdbc = jdbc;
        this.database = JdbcClient.create(jdbc);
        this.name = name;
    }

    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("ansflow-bench");
        boolean mariaDb = arguments[0].equals("mariadb");
        MariaDb server = mariaDb ? MariaDb.create() : null;
        // H2 answers a query that is the same as the one before from memory.
        String url = server == null
                ? "jdbc:h2:file:" + data.resolve("ansflow") + ";CACHE_SIZE=8192;OPTIMIZE_REUSE_RESULTS=FALSE"
                : server.url();
        var application = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.autoconfigure.exclude",
                        "com.vaadin.flow.spring.SpringBootAutoConfiguration,"
                                + "com.vaadin.flow.spring.SpringSecurityAutoConfiguration,"
                                + "com.vaadin.flow.spring.VaadinScopesConfig",
                        "ansflow.jobs.server", false,
                        "ansflow.checks.scheduled", false,
                        "ansflow.sync.scheduled", false,
                        "logging.level.root", "warn"))
                .run(
                        "--ansflow.data=" + data,
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + (server == null ? "ansflow" : server.user()));
        var roles = AuthorityUtils.createAuthorityList("ROLE_ADMINISTRATOR", "ROLE_OPERATOR", "ROLE_VIEWER");
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated("bench", null, roles));
        var bench = new InventoryBench(
                application.getBean(Clusters.class),
                application.getBean(Inventory.class),
                application.getBean(InventorySync.class),
                application.getBean(JdbcTemplate.class),
                arguments[0]);
        switch (arguments[1]) {
            case "heap" -> bench.first();
            case "sync" -> bench.syncs();
            case "scroll" -> bench.scroll();
            default -> throw new IllegalArgumentException(arguments[1]);
        }
        System.exit(0);
    }

    private ClusterId first() throws InterruptedException {
        ClusterId cluster = register("bench");
        Peak peak = new Peak();
        measure(cluster, false, "first full sync, the process just started");
        peak.print(name);
        return cluster;
    }

    private void syncs() throws Exception {
        ClusterId cluster = first();
        measure(cluster, true, "full sync again, nothing changed");
        measure(cluster, true, "full sync again, nothing changed, once more");
        for (int time = 1; time <= 5; time++) {
            measure(cluster, false, "catch-up, nothing changed, time " + time);
        }
        // What a server still knows of changes reaches back to the last ones only if there were some lately.
        changePods(20);
        measure(cluster, false, "catch-up after 20 pods changed");
        changePods(200);
        measure(cluster, false, "catch-up after 200 pods changed");
        for (int more = 1; more <= 3; more++) {
            measure(register("bench-" + more), false, "first full sync of one more cluster, number " + more);
        }
    }

    private void measure(ClusterId cluster, boolean full, String what) throws InterruptedException {
        long began = System.nanoTime();
        long cpu = cpu();
        List<KindResult> results = sync.run(cluster, full, progress -> {});
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        long rows = results.stream().mapToLong(KindResult::rows).sum();
        long written = results.stream()
                .mapToLong(one -> one.inserted() + one.updated() + one.deleted())
                .sum();
        long bytes = results.stream().mapToLong(KindResult::bytes).sum();
        String slowest = results.stream()
                .max((one, other) -> one.took().compareTo(other.took()))
                .map(one -> one.kind() + " " + seconds(one.took()))
                .orElse("");
        results.stream()
                .filter(one -> one.failure() != null)
                .forEach(one -> System.out.println("FAILED " + one));
        System.out.printf(
                "%s | %s | %s | %.1f s of CPU by AnsFlow, %d rows, %d written, %.1f MB, slowest kind: %s%n",
                name, what, seconds(took), (cpu() - cpu) / 1e9, rows, written, bytes / 1e6, slowest);
    }

    /** Of this process, in nanoseconds. */
    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** By kubectl, past what is measured. */
    private static void changePods(int pods) throws IOException, InterruptedException {
        Process change = new ProcessBuilder("bash", "-c", System.getenv("CHANGE_PODS"), "change", Integer.toString(pods))
                .inheritIO()
                .start();
        if (change.waitFor() != 0) {
            throw new IOException("The pods could not be changed");
        }
    }

    /** A million pods in as many clusters as it takes: copies of those of one cluster, with all that finds them. */
    private void scroll() throws InterruptedException {
        ClusterId first = register("bench-0");
        sync.run(first, false, progress -> {});
        long pods = count(first);
        long began = System.nanoTime();
        List<ClusterId> copies = new ArrayList<>();
        while ((copies.size() + 1) * pods < ROWS) {
            copies.add(register("bench-" + (copies.size() + 1)));
            copy(first, copies.getLast());
        }
        copyTerms(first, copies);
        System.out.printf(
                "%s | copied | %s | %d pods%n",
                name, seconds(Duration.ofNanos(System.nanoTime() - began)), database.sql("select count(*) from resource where kind = 'pods'").query(Long.class).single());
        ResourceQuery all = ResourceQuery.of(new KindId("pods"));
        for (ResourceOrder.By by : ResourceOrder.By.values()) {
            steps("pods by " + by, all, new ResourceOrder(by, false));
        }
        ResourceOrder usual = ResourceOrder.DEFAULT;
        steps("one cluster", all.clusters(Set.of(first)), usual);
        steps("one namespace", all.namespaces(Set.of(someNamespace())), usual);
        steps("failed", all.health(Set.of(Health.FAILED)), usual);
        steps("failed or warning", all.health(Set.of(Health.FAILED, Health.WARNING)), usual);
        steps("common word", all.text("load"), usual);
        steps("rare word", all.text(someName()), usual);
        steps("no such word", all.text("nowhere"), usual);
        steps("all kinds", ResourceQuery.ALL, usual);
    }

    private void copy(ClusterId from, ClusterId to) {
        long shift = (to.value() - from.value()) << ID_BITS;
        database.sql("insert into resource (id, cluster_id, " + RESOURCE + ") select id + ?, ?, " + RESOURCE
                        + " from resource where cluster_id = ? and kind = 'pods'")
                .params(shift, to.value(), from.value())
                .update();
        List<String> columns = database.sql("select lower(column_name) from information_schema.columns where"
                        + " lower(table_name) = 'kind_sync' and lower(column_name) <> 'cluster_id'"
                        + (name.equals("mariadb") ? " and table_schema = database()" : ""))
                .query(String.class)
                .list();
        String list = String.join(", ", columns);
        database.sql("insert into kind_sync (cluster_id, " + list + ") select ?, " + list
                        + " from kind_sync where cluster_id = ?")
                .params(to.value(), from.value())
                .update();
    }

    /** In the order of their index: otherwise this alone takes long. */
    private void copyTerms(ClusterId from, List<ClusterId> copies) {
        for (ClusterId copy : copies) {
            database.sql("insert into posting (kind, prefix, block, terms) select kind, prefix, block + ?, terms from posting"
                            + " where kind = 'pods' and block >= ? and block < ? order by prefix, block")
                    .params(
                            (copy.value() - from.value()) << BLOCK_BITS,
                            from.value() << BLOCK_BITS,
                            (from.value() + 1) << BLOCK_BITS)
                    .update();
        }
    }

    private void steps(String what, ResourceQuery query, ResourceOrder order) {
        step(what + ", first page", query, order, new Position.First());
        Slice last = inventory.slice(query, order, new Position.Last(), PAGE);
        step(what + ", last page", query, order, new Position.Last());
        if (last.resources().size() == PAGE) {
            step(what + ", page before the last", query, order, new Position.Before(last.resources().getFirst()));
        }
    }

    /** The median and the slowest of some repetitions after a first one that is not counted. */
    private void step(String what, ResourceQuery query, ResourceOrder order, Position position) {
        int rows = inventory.slice(query, order, position, PAGE).resources().size();
        long[] nanos = new long[REPETITIONS];
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            long began = System.nanoTime();
            inventory.slice(query, order, position, PAGE);
            nanos[repetition] = System.nanoTime() - began;
        }
        java.util.Arrays.sort(nanos);
        System.out.printf(
                "%s | %s | %.1f ms | at most %.1f ms, %d rows%n",
                name, what, nanos[REPETITIONS / 2] / 1e6, nanos[REPETITIONS - 1] / 1e6, rows);
    }

    private long count(ClusterId cluster) {
        return database.sql("select count(*) from resource where kind = 'pods' and cluster_id = ?")
                .param(cluster.value())
                .query(Long.class)
                .single();
    }

    private String someNamespace() {
        return database.sql("select max(namespace) from resource where kind = 'pods'").query(String.class).single();
    }

    private String someName() {
        return database.sql("select max(name) from resource where kind = 'pods'").query(String.class).single();
    }

    private ClusterId register(String clusterName) {
        var draft = new ClusterDraft(
                clusterName, "", ClusterType.STANDARD, Environment.TESTING, "default", false,
                System.getenv("KUBE_SERVER"), "token",
                Map.of("token", System.getenv("KUBE_TOKEN"), "caCertificate", read(System.getenv("KUBE_CA"))), true);
        return ((SaveResult.Saved) clusters.register(draft, true, CheckProgress.NONE)).id();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String seconds(Duration duration) {
        return "%.2f s".formatted(duration.toMillis() / 1e3);
    }

    /** The most heap that was in use after a collection, and at all, looked at every few milliseconds. */
    private static final class Peak {
        /** Looked up once: to do so each time kept the JVM's compiler busy for half a second of a first sync. */
        private static final List<MemoryPoolMXBean> HEAP = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();

        private final AtomicLong used = new AtomicLong();
        private final AtomicLong live = new AtomicLong();

        Peak() {
            System.gc();
            Thread.ofPlatform().daemon().start(() -> {
                while (true) {
                    used.accumulateAndGet(heap(false), Math::max);
                    live.accumulateAndGet(heap(true), Math::max);
                    try {
                        Thread.sleep(5);
                    } catch (InterruptedException e) {
                        return;
                    }
                }
            });
        }

        private static long heap(boolean afterCollection) {
            return HEAP.stream()
                    .map(pool -> afterCollection ? pool.getCollectionUsage() : pool.getUsage())
                    .filter(usage -> usage != null)
                    .mapToLong(usage -> usage.getUsed())
                    .sum();
        }

        void print(String database) {
            System.out.printf(
                    "%s | heap during the first full sync | %.0f MB after collections | %.0f MB at most%n",
                    database, live.get() / 1e6, used.get() / 1e6);
        }
    }
}
