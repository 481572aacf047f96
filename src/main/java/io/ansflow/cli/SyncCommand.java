package io.ansflow.cli;

import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.Clusters;
import io.ansflow.inventory.InventorySync;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code sync}: brings the inventory up to date, in the foreground, and fails if a kind could not be read. */
@Command(name = "sync")
final class SyncCommand implements Callable<Integer> {
    private static final Logger log = LoggerFactory.getLogger(SyncCommand.class);

    @ArgGroup(multiplicity = "1")
    private final ClusterChoice choice = new ClusterChoice();

    @Option(names = "--full")
    private boolean full;

    private final CommandEnvironment environment;

    SyncCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    /** What came of one cluster; {@code failed} if it went wrong on our side. */
    private record Outcome(List<SyncReport> reports, boolean failed) {}

    @Override
    public Integer call() throws Exception {
        return environment.withServices(services -> {
            List<Cluster> clusters = choice.of(services.getBean(Clusters.class));
            Outcome outcome = sync(services.getBean(InventorySync.class), clusters);
            if (environment.json()) {
                OutputFormat.writeJson(environment.terminal(), outcome.reports());
            } else {
                print(outcome.reports());
            }
            return !outcome.failed() && outcome.reports().stream().allMatch(SyncReport::ok)
                    ? ExitCode.OK
                    : ExitCode.SOFTWARE;
        });
    }

    /** How many at once is for the engine to say. */
    private Outcome sync(InventorySync sync, List<Cluster> clusters) throws InterruptedException {
        Terminal terminal = environment.terminal();
        List<SyncReport> reports = new ArrayList<>();
        boolean failed = false;
        try (var executor = new DelegatingSecurityContextExecutorService(Executors.newVirtualThreadPerTaskExecutor())) {
            List<Future<List<SyncReport>>> running = new ArrayList<>();
            for (Cluster cluster : clusters) {
                running.add(executor.submit(() -> sync.run(cluster.id(), full, progress -> {}).stream()
                        .map(result -> SyncReport.of(cluster, result, terminal))
                        .toList()));
            }
            for (int i = 0; i < clusters.size(); i++) {
                try {
                    reports.addAll(running.get(i).get());
                } catch (ExecutionException e) {
                    log.debug(
                            "The sync of {} failed on our side", clusters.get(i).name(), e.getCause());
                    terminal.tell(clusters.get(i).name() + ": "
                            + terminal.text("cli.error.unexpected", String.valueOf(e.getCause())));
                    failed = true;
                }
            }
        }
        return new Outcome(reports, failed);
    }

    private void print(List<SyncReport> reports) {
        Terminal terminal = environment.terminal();
        if (reports.isEmpty()) {
            terminal.tell(terminal.text("cli.cluster.none"));
            return;
        }
        Table table = new Table(
                terminal.text("cli.column.name"),
                terminal.text("cli.column.kind"),
                terminal.text("cli.column.status"),
                terminal.text("cli.column.mode"),
                terminal.text("cli.column.rows"),
                terminal.text("cli.column.changes"),
                terminal.text("cli.column.took"),
                terminal.text("cli.column.reason"));
        for (SyncReport report : reports) {
            table.add(
                    terminal.name(report.cluster(), report.simulated()),
                    report.kind(),
                    terminal.text("inventory.sync.status." + report.status()),
                    terminal.text("inventory.sync.mode." + report.mode()),
                    String.valueOf(report.rows()),
                    "+" + report.inserted() + " ~" + report.updated() + " -" + report.deleted(),
                    terminal.text("cli.millis", report.millis()),
                    report.message() == null ? "" : report.message());
        }
        table.lines().forEach(terminal::print);
    }
}
