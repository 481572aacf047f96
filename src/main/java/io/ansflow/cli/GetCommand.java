package io.ansflow.cli;

import io.ansflow.base.ClusterId;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.Clusters;
import io.ansflow.inventory.Column;
import io.ansflow.inventory.Inventory;
import io.ansflow.inventory.Kind;
import io.ansflow.inventory.Position;
import io.ansflow.inventory.Resource;
import io.ansflow.inventory.ResourceOrder;
import io.ansflow.inventory.ResourceQuery;
import io.ansflow.inventory.Slice;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code get KIND}: prints what is stored of a kind; asks no cluster. */
@Command(name = "get")
final class GetCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "KIND")
    private String kindName = "";

    @Option(names = "--cluster", arity = "1..*", paramLabel = "NAME")
    private List<String> clusterNames = List.of();

    @Option(names = "--namespace", paramLabel = "NS")
    private @Nullable String namespace;

    @Option(names = "--search", paramLabel = "TEXT")
    private String search = "";

    private final CommandEnvironment environment;

    GetCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        return environment.withServices(services -> {
            Inventory inventory = services.getBean(Inventory.class);
            Kind kind = inventory
                    .kind(kindName)
                    .orElseThrow(() -> new Problem("cli.error.kind", kindName, known(inventory)));
            Set<ClusterId> simulated = services.getBean(Clusters.class).list().stream()
                    .filter(Cluster::simulated)
                    .map(Cluster::id)
                    .collect(Collectors.toSet());
            Iterable<Resource> found = () -> new Slices(inventory, query(kind, services.getBean(Clusters.class)));
            if (environment.json()) {
                Iterable<Map<String, Object>> reports = () -> new Reports(kind, simulated, found.iterator());
                OutputFormat.writeJsonArray(environment.terminal(), reports);
            } else {
                print(kind, simulated, found);
            }
            return ExitCode.OK;
        });
    }

    private ResourceQuery query(Kind kind, Clusters clusters) {
        Set<ClusterId> chosen = ClusterChoice.named(clusters, clusterNames).stream()
                .map(Cluster::id)
                .collect(Collectors.toSet());
        return ResourceQuery.of(kind.id())
                .clusters(chosen)
                .namespaces(namespace == null ? Set.of() : Set.of(namespace))
                .text(search);
    }

    private static String known(Inventory inventory) {
        return inventory.kinds().stream().map(kind -> kind.id().value()).collect(Collectors.joining(", "));
    }

    private void print(Kind kind, Set<ClusterId> simulated, Iterable<Resource> found) {
        Terminal terminal = environment.terminal();
        List<String> headings = new ArrayList<>(List.of(terminal.text("cli.column.name")));
        if (kind.namespaced()) {
            headings.add(terminal.text("cli.column.namespace"));
        }
        headings.add(terminal.text("cli.column.resource"));
        headings.add(terminal.text("cli.column.status"));
        List<Column> columns =
                kind.columns().stream().filter(column -> !column.wide()).toList();
        columns.forEach(column -> headings.add(column.heading()));
        Table table = new Table(headings.toArray(String[]::new));
        boolean stale = false;
        boolean empty = true;
        for (Resource resource : found) {
            List<String> cells = new ArrayList<>(List.of(terminal.name(
                    resource.clusterName(), simulated.contains(resource.key().cluster()))));
            if (kind.namespaced()) {
                cells.add(resource.namespace());
            }
            cells.add(resource.name());
            cells.add(resource.status());
            columns.forEach(column -> cells.add(resource.cells().getOrDefault(column.id(), "")));
            table.add(cells.toArray(String[]::new));
            stale |= resource.freshness().stale();
            empty = false;
        }
        if (empty) {
            terminal.tell(terminal.text("cli.get.none"));
            return;
        }
        table.lines().forEach(terminal::print);
        if (stale) {
            terminal.tell(terminal.text("cli.get.stale"));
        }
    }

    /** Resources as their JSON. */
    private record Reports(Kind kind, Set<ClusterId> simulated, Iterator<Resource> resources)
            implements Iterator<Map<String, Object>> {
        @Override
        public boolean hasNext() {
            return resources.hasNext();
        }

        @Override
        public Map<String, Object> next() {
            Resource resource = resources.next();
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("cluster", resource.clusterName());
            report.put("simulated", simulated.contains(resource.key().cluster()));
            report.put("namespace", resource.namespace());
            report.put("name", resource.name());
            report.put("uid", resource.uid());
            report.put("status", resource.status());
            report.put("health", resource.health());
            kind.columns()
                    .forEach(column -> report.put(column.id(), resource.cells().getOrDefault(column.id(), "")));
            report.put("asOf", resource.freshness().asOf().toString());
            report.put("stale", resource.freshness().stale());
            return report;
        }
    }

    /** All resources of a query, read slice by slice. */
    private static final class Slices implements Iterator<Resource> {
        private final Inventory inventory;
        private final ResourceQuery query;
        private Slice slice;
        private int next;

        Slices(Inventory inventory, ResourceQuery query) {
            this.inventory = inventory;
            this.query = query;
            this.slice = read(new Position.First());
        }

        @Override
        public boolean hasNext() {
            if (next == slice.resources().size() && slice.more()) {
                slice = read(new Position.After(slice.resources().getLast()));
                next = 0;
            }
            return next < slice.resources().size();
        }

        @Override
        public Resource next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return slice.resources().get(next++);
        }

        private Slice read(Position position) {
            return inventory.slice(query, ResourceOrder.DEFAULT, position, Inventory.MAX_SLICE);
        }
    }
}
