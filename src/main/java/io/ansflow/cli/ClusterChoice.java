package io.ansflow.cli;

import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.Clusters;
import java.util.List;
import picocli.CommandLine.Option;

/** The registered clusters that a command is about: all, or some by name. */
final class ClusterChoice {
    @Option(names = "--all", required = true)
    private boolean all;

    @Option(names = "--cluster", required = true, arity = "1..*", paramLabel = "NAME")
    private List<String> names = List.of();

    /** @throws Problem if there is no cluster of a name */
    List<Cluster> of(Clusters clusters) {
        return all ? clusters.list() : named(clusters, names);
    }

    /** @throws Problem if there is no cluster of a name */
    static List<Cluster> named(Clusters clusters, List<String> names) {
        return names.stream()
                .distinct()
                .map(name -> clusters.find(name).orElseThrow(() -> new Problem("cli.error.cluster", name)))
                .toList();
    }
}
