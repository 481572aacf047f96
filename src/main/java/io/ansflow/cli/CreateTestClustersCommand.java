package io.ansflow.cli;

import io.ansflow.demo.TestClusters;
import io.ansflow.demo.TestClusters.Outcome;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code create-test-clusters}: registers the three simulated clusters, or removes all simulated ones. */
@Command(name = "create-test-clusters")
final class CreateTestClustersCommand implements Callable<Integer> {
    @Option(names = "--remove")
    private boolean remove;

    private final CommandEnvironment environment;

    CreateTestClustersCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    private record Report(String cluster, URI server, boolean simulated, boolean changed) {
        static Report of(Outcome outcome) {
            return new Report(outcome.cluster(), outcome.server(), true, outcome.changed());
        }
    }

    @Override
    public Integer call() throws Exception {
        return environment.withServices(services -> {
            Terminal terminal = environment.terminal();
            TestClusters testClusters = services.getBean(TestClusters.class);
            List<Outcome> outcomes = remove ? testClusters.remove() : testClusters.create();
            if (environment.json()) {
                OutputFormat.writeJson(
                        terminal, outcomes.stream().map(Report::of).toList());
            } else {
                outcomes.forEach(outcome -> print(outcome, terminal));
            }
            if (remove && outcomes.isEmpty()) {
                terminal.tell(terminal.text("cli.demo.none"));
            }
            return ExitCode.OK;
        });
    }

    private void print(Outcome outcome, Terminal terminal) {
        String name = terminal.name(outcome.cluster(), true);
        if (remove) {
            terminal.print(terminal.text("cli.demo.removed", name));
        } else {
            terminal.print(
                    terminal.text(outcome.changed() ? "cli.demo.created" : "cli.demo.there", name, outcome.server()));
        }
    }
}
