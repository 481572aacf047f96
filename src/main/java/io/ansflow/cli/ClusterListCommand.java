package io.ansflow.cli;

import io.ansflow.cluster.Clusters;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** {@code cluster list}: every registered cluster and what the last check found. Asks no cluster anything. */
@Command(name = "list")
final class ClusterListCommand implements Callable<Integer> {
    private final CommandEnvironment environment;

    ClusterListCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        return environment.withServices(services -> {
            List<ClusterReport> reports = services.getBean(Clusters.class).list().stream()
                    .map(cluster -> ClusterReport.of(cluster, environment.terminal()))
                    .toList();
            if (environment.json()) {
                OutputFormat.writeJson(environment.terminal(), reports);
            } else {
                print(reports, environment.terminal());
            }
            return ExitCode.OK;
        });
    }

    private static void print(List<ClusterReport> reports, Terminal terminal) {
        if (reports.isEmpty()) {
            terminal.tell(terminal.text("cli.cluster.none"));
            return;
        }
        Table table = new Table(
                terminal.text("cli.column.name"),
                terminal.text("cli.column.type"),
                terminal.text("cli.column.environment"),
                terminal.text("cli.column.server"),
                terminal.text("cli.column.reachability"),
                terminal.text("cli.column.version"),
                terminal.text("cli.column.nodes"),
                terminal.text("cli.column.pods"),
                terminal.text("cli.column.checked"));
        for (ClusterReport report : reports) {
            table.add(
                    terminal.name(report.cluster(), report.simulated()),
                    terminal.text("cluster.type." + report.type()),
                    terminal.text("cluster.environment." + report.environment()),
                    report.server().toString(),
                    terminal.text("reachability." + report.reachability()),
                    marked(report, report.version()),
                    marked(report, report.nodes()),
                    marked(report, report.pods()),
                    terminal.time(report.checkedAt()));
        }
        table.lines().forEach(terminal::print);
        if (reports.stream().anyMatch(ClusterReport::stale)) {
            terminal.print("");
            terminal.print(terminal.text("cli.cluster.stale"));
        }
    }

    /** Last known values stay visible, and are told from fresh ones. */
    private static String marked(ClusterReport report, @Nullable Object value) {
        return report.stale() ? "(" + CheckReport.known(value) + ")" : CheckReport.known(value);
    }
}
