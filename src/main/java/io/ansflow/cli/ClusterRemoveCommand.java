package io.ansflow.cli;

import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.Clusters;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cluster remove NAME --yes}: forgets a cluster and its credentials; the cluster itself is not touched. */
@Command(name = "remove")
final class ClusterRemoveCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME")
    private String name = "";

    /** Nothing is asked back on a command line, so whoever means it says so. */
    @Option(names = "--yes", required = true)
    private boolean yes;

    private final CommandEnvironment environment;

    ClusterRemoveCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    private record Removed(String cluster, boolean simulated, boolean removed) {}

    @Override
    public Integer call() throws Exception {
        return environment.withServices(services -> {
            Clusters clusters = services.getBean(Clusters.class);
            Cluster cluster = clusters.find(name).orElseThrow(() -> new Problem("cli.error.cluster", name));
            clusters.delete(cluster.id(), cluster.name());
            if (environment.json()) {
                OutputFormat.writeJson(environment.terminal(), new Removed(cluster.name(), cluster.simulated(), yes));
            } else {
                environment.terminal().print(environment.terminal().text("cli.cluster.removed", cluster.name()));
            }
            return ExitCode.OK;
        });
    }
}
