package io.ansflow.cli;

import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.Clusters;
import io.ansflow.kubernetes.ClusterFailure;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** {@code cluster show NAME}: all that is known of one cluster, and what to do about its failures. */
@Command(name = "show")
final class ClusterShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME")
    private String name = "";

    private final CommandEnvironment environment;

    ClusterShowCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        return environment.withServices(services -> {
            Cluster cluster = services.getBean(Clusters.class)
                    .find(name)
                    .orElseThrow(() -> new Problem("cli.error.cluster", name));
            ClusterReport report = ClusterReport.of(cluster, environment.terminal());
            if (environment.json()) {
                OutputFormat.writeJson(environment.terminal(), report);
            } else {
                print(cluster, report);
            }
            return ExitCode.OK;
        });
    }

    private void print(Cluster cluster, ClusterReport report) {
        Terminal terminal = environment.terminal();
        Details details = new Details(terminal);
        details.add("cli.column.name", terminal.name(report.cluster(), report.simulated()));
        details.add("cli.column.description", report.description());
        details.add("cli.column.type", terminal.text("cluster.type." + report.type()));
        details.add("cli.column.environment", terminal.text("cluster.environment." + report.environment()));
        details.add("cli.column.server", report.server());
        details.add("cli.column.auth", terminal.text("auth." + report.auth() + ".name"));
        details.add("cli.column.verifyTls", terminal.text(report.verifyTls() ? "cli.yes" : "cli.no"));
        details.add("cli.column.credentialExpires", terminal.time(report.credentialExpiresAt()));
        details.add("cli.column.defaultNamespace", report.defaultNamespace());
        details.add("cli.column.defaultCluster", terminal.text(report.defaultCluster() ? "cli.yes" : "cli.no"));
        details.add("cli.column.reachability", terminal.text("reachability." + report.reachability()));
        details.add("cli.column.since", terminal.time(report.since()));
        for (ClusterFailure failure : cluster.status().failures()) {
            details.add("cli.column.reason", terminal.text(failure.message()));
            details.add("cli.column.remedy", terminal.text(failure.remedy()));
        }
        details.add("cli.column.checked", terminal.time(report.checkedAt()));
        details.add("cli.column.nextCheck", terminal.time(report.nextCheckAt()));
        details.add("cli.column.factsAt", terminal.time(report.factsAt()));
        details.add("cli.column.version", CheckReport.known(report.version()));
        details.add("cli.column.user", CheckReport.known(report.user()));
        details.add("cli.column.namespaces", CheckReport.known(report.namespaces()));
        details.add("cli.column.nodes", report.nodes());
        details.add("cli.column.pods", report.pods());
        details.print();
    }
}
