package io.ansflow.cli;

import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.ClusterDraft;
import io.ansflow.cluster.ClusterType;
import io.ansflow.cluster.Clusters;
import io.ansflow.cluster.Environment;
import io.ansflow.cluster.SaveResult;
import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.Diagnosis;
import io.ansflow.kubernetes.auth.AuthMethod;
import io.ansflow.kubernetes.simulated.SimulatedAddress;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cluster add NAME}: tests and registers a cluster. The options for credentials are {@link AuthOptions}. */
@Command(name = "add")
final class ClusterAddCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME")
    private String name = "";

    @Option(names = "--auth", required = true, paramLabel = "METHOD")
    private String auth = "";

    @Option(names = "--server", paramLabel = "URL")
    private @Nullable String server;

    @Option(names = "--insecure-skip-tls-verify")
    private boolean skipTlsVerification;

    @Option(names = "--description", paramLabel = "TEXT")
    private String description = "";

    @Option(names = "--type", paramLabel = "TYPE")
    private ClusterType type = ClusterType.STANDARD;

    @Option(names = "--environment", paramLabel = "ENVIRONMENT")
    private Environment purpose = Environment.DEVELOPMENT;

    @Option(names = "--default-namespace", paramLabel = "NAMESPACE")
    private String defaultNamespace = "default";

    @Option(names = "--default")
    private boolean defaultCluster;

    @Option(names = "--force")
    private boolean force;

    @Spec
    private @Nullable CommandSpec spec;

    private final CommandEnvironment environment;
    private final AuthOptions authOptions;

    ClusterAddCommand(CommandEnvironment environment, AuthOptions authOptions) {
        this.environment = environment;
        this.authOptions = authOptions;
    }

    private record Added(boolean saved, CheckReport check) {}

    @Override
    public Integer call() throws Exception {
        ClusterDraft draft = draft(Objects.requireNonNull(spec).commandLine());
        Terminal terminal = environment.terminal();
        return environment.withServices(services -> {
            CheckProgress progress =
                    stage -> terminal.tell(terminal.text("cli.stage", terminal.text("stage." + stage)));
            Clusters clusters = services.getBean(Clusters.class);
            SaveResult result = clusters.register(draft, force, progress);
            boolean saved = result instanceof SaveResult.Saved;
            CheckReport report = CheckReport.of(draft.name(), simulated(clusters, draft), result.diagnosis(), terminal);
            if (environment.json()) {
                OutputFormat.writeJson(terminal, new Added(saved, report));
            } else {
                print(report, result.diagnosis());
            }
            terminal.tell(terminal.text(saved ? "cli.cluster.added" : "cli.cluster.refused", draft.name()));
            return saved ? ExitCode.OK : ExitCode.SOFTWARE;
        });
    }

    private ClusterDraft draft(CommandLine command) {
        AuthMethod method = authOptions.method(auth, command);
        if (method.asksForServer() && server == null) {
            throw new UsageProblem(command, "cli.usage.missing", "--server");
        }
        if (!method.asksForServer() && server != null) {
            throw new UsageProblem(command, "cli.usage.foreign", "--server", method.id());
        }
        return new ClusterDraft(
                name,
                description,
                type,
                purpose,
                defaultNamespace,
                defaultCluster,
                server,
                method.id(),
                authOptions.values(method, command),
                !skipTlsVerification);
    }

    /** By the address as typed, where the cluster was not registered. */
    private static boolean simulated(Clusters clusters, ClusterDraft draft) {
        return clusters.find(draft.name())
                .map(Cluster::simulated)
                .orElseGet(() -> draft.server() != null && SimulatedAddress.is(URI.create(draft.server())));
    }

    private void print(CheckReport report, Diagnosis diagnosis) {
        Terminal terminal = environment.terminal();
        Details details = new Details(terminal);
        details.add("cli.column.name", terminal.name(report.cluster(), report.simulated()));
        details.add("cli.column.reachability", terminal.text("reachability." + report.reachability()));
        for (ClusterFailure failure : failures(diagnosis)) {
            details.add("cli.column.reason", terminal.text(failure.message()));
            details.add("cli.column.remedy", terminal.text(failure.remedy()));
        }
        details.add("cli.column.version", CheckReport.known(report.version()));
        details.add("cli.column.nodes", report.nodes());
        details.add("cli.column.pods", report.pods());
        details.add("cli.column.took", terminal.text("cli.millis", report.millis()));
        details.print();
    }

    private static List<ClusterFailure> failures(Diagnosis diagnosis) {
        return switch (diagnosis) {
            case Diagnosis.Connected connected -> List.of();
            case Diagnosis.Limited limited -> limited.limits();
            case Diagnosis.Failed failed -> List.of(failed.failure());
        };
    }
}
