package io.ansflow.cli;

import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.Clusters;
import io.ansflow.kubernetes.CheckProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** {@code test-connection}: checks registered clusters, records the findings, and fails if one does not answer. */
@Command(name = "test-connection")
final class TestConnectionCommand implements Callable<Integer> {
    private static final Logger log = LoggerFactory.getLogger(TestConnectionCommand.class);

    /** Checks that run at once: most of the time each waits for the network. */
    private static final int PARALLEL = 16;

    @ArgGroup(multiplicity = "1")
    private final ClusterChoice choice = new ClusterChoice();

    private final CommandEnvironment environment;

    TestConnectionCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        return environment.withServices(services -> {
            Clusters clusters = services.getBean(Clusters.class);
            List<CheckReport> reports = check(clusters, choice.of(clusters));
            if (environment.json()) {
                OutputFormat.writeJson(environment.terminal(), reports);
            } else {
                print(reports);
            }
            return reports.stream().allMatch(CheckReport::ok) ? ExitCode.OK : ExitCode.SOFTWARE;
        });
    }

    private List<CheckReport> check(Clusters clusters, List<Cluster> chosen) throws InterruptedException {
        try (var executor = new DelegatingSecurityContextExecutorService(
                Executors.newFixedThreadPool(PARALLEL, Thread.ofVirtual().factory()))) {
            List<Future<CheckReport>> running = new ArrayList<>();
            for (Cluster cluster : chosen) {
                running.add(executor.submit(() -> CheckReport.of(
                        cluster.name(),
                        cluster.simulated(),
                        clusters.check(cluster.id(), CheckProgress.NONE),
                        environment.terminal())));
            }
            List<CheckReport> reports = new ArrayList<>();
            for (int i = 0; i < chosen.size(); i++) {
                reports.add(result(chosen.get(i), running.get(i)));
            }
            return reports;
        }
    }

    /** What goes wrong on our side with one cluster does not take the others' results away. */
    private CheckReport result(Cluster cluster, Future<CheckReport> check) throws InterruptedException {
        try {
            return check.get();
        } catch (ExecutionException e) {
            @Nullable Throwable cause = e.getCause();
            log.debug("The check of {} failed on our side", cluster.name(), cause);
            return CheckReport.notChecked(
                    cluster, environment.terminal().text("cli.error.unexpected", String.valueOf(cause)));
        }
    }

    private void print(List<CheckReport> reports) {
        Terminal terminal = environment.terminal();
        if (reports.isEmpty()) {
            terminal.tell(terminal.text("cli.cluster.none"));
            return;
        }
        Table table = new Table(
                terminal.text("cli.column.name"),
                terminal.text("cli.column.reachability"),
                terminal.text("cli.column.version"),
                terminal.text("cli.column.nodes"),
                terminal.text("cli.column.pods"),
                terminal.text("cli.column.took"),
                terminal.text("cli.column.reason"));
        for (CheckReport report : reports) {
            table.add(
                    terminal.name(report.cluster(), report.simulated()),
                    terminal.text("reachability." + report.reachability()),
                    CheckReport.known(report.version()),
                    report.nodes().toString(),
                    report.pods().toString(),
                    terminal.text("cli.millis", report.millis()),
                    report.message() == null ? "" : report.message());
        }
        table.lines().forEach(terminal::print);
    }
}
