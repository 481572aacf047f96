package io.ansflow.cli;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.ansflow.base.ClusterId;
import io.ansflow.base.Messages;
import io.ansflow.base.Text;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.ClusterStatus;
import io.ansflow.cluster.ClusterType;
import io.ansflow.cluster.Clusters;
import io.ansflow.cluster.Environment;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.Diagnosis.Facts;
import io.ansflow.kubernetes.Diagnosis.Trace;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.NodeCount;
import io.ansflow.kubernetes.Reachability;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Commands over services that say what they are told to. */
abstract class CommandTest {
    static final Instant CHECKED = Instant.parse("2026-07-20T06:02:11Z");
    static final Facts FACTS =
            new Facts("v1.33.2", null, 14L, new NodeCount(20, 19), 12_410L, 12_374L, Duration.ofMillis(3));
    static final ClusterFailure DOWN = ClusterFailure.of(FailureCode.CONNECTION_REFUSED, "10.0.0.7", "6443");
    static final ClusterFailure NO_NODES = ClusterFailure.of(FailureCode.FORBIDDEN, "list", "nodes");

    @TempDir
    Path directory;

    final Clusters clusters = mock(Clusters.class);
    RecordedTerminal terminal = new RecordedTerminal(Messages.ENGLISH);

    int run(String... arguments) {
        var environment = new CommandEnvironment(terminal.terminal(), new GlobalOptions(), new WithServices());
        return Cli.commandLine(environment, AuthOptions.installed()).execute(arguments);
    }

    void registered(Cluster... all) {
        when(clusters.list()).thenReturn(List.of(all));
        for (Cluster cluster : all) {
            when(clusters.find(cluster.name())).thenReturn(Optional.of(cluster));
        }
    }

    String text(Text text) {
        return terminal.terminal().text(text);
    }

    static Trace trace() {
        return new Trace(List.of(), Duration.ofMillis(87), 61_933);
    }

    static ClusterStatus status(Reachability reachability, List<ClusterFailure> failures, @Nullable Instant checkedAt) {
        return new ClusterStatus(reachability, failures, checkedAt, null, CHECKED, 0, FACTS, CHECKED, null);
    }

    static Cluster cluster(long id, String name, ClusterStatus status) {
        return new Cluster(
                new ClusterId(id),
                0,
                name,
                "",
                ClusterType.STANDARD,
                Environment.PRODUCTION,
                "default",
                false,
                URI.create("https://10.0.0.7:6443/"),
                "token",
                Set.of("token"),
                true,
                null,
                status);
    }

    /** An application with these clusters and nothing else. */
    private final class WithServices extends LocalApplication {
        WithServices() {
            super(CommandTest.class);
        }

        @Override
        ConfigurableApplicationContext forCommand(Path data) {
            var services = new GenericApplicationContext();
            services.registerBean(Clusters.class, () -> clusters);
            services.refresh();
            return services;
        }
    }
}
