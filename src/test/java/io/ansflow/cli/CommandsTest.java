package io.ansflow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.ansflow.base.ClusterId;
import io.ansflow.base.Messages;
import io.ansflow.base.Text;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.ClusterDraft;
import io.ansflow.cluster.ClusterName;
import io.ansflow.cluster.ClusterStatus;
import io.ansflow.cluster.ClusterType;
import io.ansflow.cluster.Clusters;
import io.ansflow.cluster.Environment;
import io.ansflow.cluster.InvalidCluster;
import io.ansflow.cluster.SaveResult;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.Diagnosis;
import io.ansflow.kubernetes.Diagnosis.Facts;
import io.ansflow.kubernetes.Diagnosis.Trace;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.NodeCount;
import io.ansflow.kubernetes.Reachability;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.ArgumentCaptor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What commands make of what the services say. */
class CommandsTest {
    private static final Instant CHECKED = Instant.parse("2026-07-20T06:02:11Z");
    private static final Facts FACTS =
            new Facts("v1.33.2", null, 14L, new NodeCount(20, 19), 12_410L, 12_374L, Duration.ofMillis(3));
    private static final ClusterFailure DOWN = ClusterFailure.of(FailureCode.CONNECTION_REFUSED, "10.0.0.7", "6443");
    private static final ClusterFailure NO_NODES = ClusterFailure.of(FailureCode.FORBIDDEN, "list", "nodes");

    @TempDir
    private Path directory;

    private final Clusters clusters = mock(Clusters.class);
    private RecordedTerminal terminal = new RecordedTerminal(Messages.ENGLISH);

    @Test
    void lists_clusters_aligned_and_brackets_what_was_read_before_a_failure() {
        Cluster up = cluster(1, "prod", status(Reachability.CONNECTED, List.of(), CHECKED));
        Cluster down = cluster(2, "生产", status(Reachability.UNREACHABLE, List.of(DOWN), CHECKED.plusSeconds(60)));
        when(clusters.list()).thenReturn(List.of(up, down));

        assertThat(run("cluster", "list")).isZero();

        assertThat(terminal.out().lines().map(line -> line.replaceAll(" +[0-9-]{10} [0-9:]{8}$", "")))
                .containsExactly(
                        "Cluster  Type      Environment  API server              Reachability  Version    Nodes ready"
                                + "  Pods running   Last check",
                        "prod     Standard  Production   https://10.0.0.7:6443/  Connected     v1.33.2    19/20"
                                + "        12374/12410",
                        "生产     Standard  Production   https://10.0.0.7:6443/  Unreachable   (v1.33.2)  (19/20)"
                                + "      (12374/12410)",
                        "",
                        "In brackets: what was last read, before the last check failed.");
    }

    @Test
    void speaks_chinese_in_tables() {
        terminal = new RecordedTerminal(Messages.CHINESE);
        when(clusters.list()).thenReturn(List.of(cluster(1, "生产", status(Reachability.CONNECTED, List.of(), CHECKED))));

        run("cluster", "list");

        assertThat(terminal.out()).contains("连接状态", "已连接", "生产");
    }

    @Test
    void shows_the_reason_and_the_remedy() {
        Cluster down = cluster(2, "two", status(Reachability.UNREACHABLE, List.of(DOWN), CHECKED.plusSeconds(60)));
        when(clusters.find("two")).thenReturn(Optional.of(down));

        assertThat(run("cluster", "show", "two")).isZero();

        assertThat(terminal.out())
                .contains(text(DOWN.message()), text(DOWN.remedy()))
                .containsPattern("Nodes ready +19/20");
    }

    @Test
    void a_cluster_that_answers_with_limits_is_no_failure() throws InterruptedException {
        registered(cluster(1, "one", status(Reachability.UNKNOWN, List.of(), CHECKED)));
        Facts limited = new Facts("v1.33.2", null, 14L, null, 7L, 6L, Duration.ofMillis(3));
        when(clusters.check(eq(new ClusterId(1)), any()))
                .thenReturn(new Diagnosis.Limited(limited, List.of(NO_NODES), trace()));

        assertThat(run("test-connection", "--all", "-o", "json")).isZero();

        JsonNode report = new JsonMapper().readTree(terminal.out()).path(0);
        assertThat(report.path("reachability").stringValue()).isEqualTo("LIMITED");
        assertThat(report.path("code").stringValue()).isEqualTo("FORBIDDEN");
        assertThat(report.path("message").stringValue()).isEqualTo(text(NO_NODES.message()));
        assertThat(report.path("nodes").path("total").isNull()).isTrue();
        assertThat(report.path("pods").path("total").longValue()).isEqualTo(7);
        assertThat(report.path("millis").longValue()).isEqualTo(87);
        assertThat(report.path("bytes").longValue()).isEqualTo(61_933);
    }

    @Test
    void a_cluster_that_does_not_answer_fails_the_command_but_not_the_report() throws InterruptedException {
        registered(
                cluster(1, "one", status(Reachability.UNKNOWN, List.of(), CHECKED)),
                cluster(2, "two", status(Reachability.UNKNOWN, List.of(), CHECKED)),
                cluster(3, "three", status(Reachability.UNKNOWN, List.of(), CHECKED)));
        when(clusters.check(eq(new ClusterId(1)), any())).thenReturn(new Diagnosis.Failed(DOWN, trace()));
        when(clusters.check(eq(new ClusterId(2)), any())).thenThrow(new IllegalStateException("our fault"));
        when(clusters.check(eq(new ClusterId(3)), any())).thenReturn(new Diagnosis.Connected(FACTS, trace()));

        assertThat(run("test-connection", "--cluster", "one", "two", "--cluster", "three"))
                .isEqualTo(1);

        assertThat(terminal.out().lines().skip(1))
                .satisfiesExactly(
                        one -> assertThat(one).contains("one", "Unreachable", "–/–", text(DOWN.message())),
                        two -> assertThat(two).contains("two", "Unknown", "our fault"),
                        three -> assertThat(three).contains("three", "Connected", "19/20", "12374/12410", "87 ms"));
    }

    @Test
    void nothing_is_printed_to_standard_output_for_a_cluster_that_is_not_there() {
        when(clusters.find("ghost")).thenReturn(Optional.empty());

        assertThat(run("test-connection", "--cluster", "ghost", "-o", "json")).isEqualTo(1);

        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).isEqualTo("There is no cluster named ghost.\n");
    }

    @Test
    void registers_with_what_the_options_and_files_say() throws IOException {
        ArgumentCaptor<ClusterDraft> draft = ArgumentCaptor.captor();
        when(clusters.register(draft.capture(), eq(true), any()))
                .thenReturn(new SaveResult.Saved(new ClusterId(1), new Diagnosis.Connected(FACTS, trace())));
        Path token = Files.writeString(directory.resolve("token"), "abc\n");

        int code = run(
                "cluster",
                "add",
                "one",
                "--server",
                "https://10.0.0.7:6443",
                "--auth",
                "token",
                "--force",
                "--token-file",
                token.toString(),
                "--type",
                "k3s",
                "--environment",
                "production",
                "--description",
                "of the shop",
                "--default-namespace",
                "shop",
                "--default",
                "--insecure-skip-tls-verify");

        assertThat(code).isZero();
        assertThat(draft.getValue())
                .isEqualTo(new ClusterDraft(
                        "one",
                        "of the shop",
                        ClusterType.K3S,
                        Environment.PRODUCTION,
                        "shop",
                        true,
                        "https://10.0.0.7:6443",
                        "token",
                        Map.of("token", "abc\n"),
                        false));
        assertThat(terminal.err()).endsWith("Registered one.\n");
        assertThat(terminal.out()).doesNotContain("abc");
    }

    @Test
    void says_why_a_draft_is_not_accepted() throws IOException {
        InvalidCluster invalid = catchThrowableOfType(InvalidCluster.class, () -> new ClusterName("?"));
        when(clusters.register(any(), eq(false), any())).thenThrow(invalid);
        Path token = Files.writeString(directory.resolve("token"), "abc");

        int code = run(
                "cluster", "add", "one", "--server", "https://a", "--auth", "token", "--token-file", token.toString());

        assertThat(code).isEqualTo(1);
        assertThat(terminal.err()).isEqualTo(text(invalid.text()) + "\n");
    }

    @Test
    void removes_a_cluster_by_its_name() {
        when(clusters.find("One"))
                .thenReturn(Optional.of(cluster(1, "one", status(Reachability.UNKNOWN, List.of(), CHECKED))));

        assertThat(run("cluster", "remove", "One", "--yes")).isZero();

        verify(clusters).delete(new ClusterId(1), "one");
    }

    private int run(String... arguments) {
        var environment = new CommandEnvironment(terminal.terminal(), new GlobalOptions(), new WithServices());
        return Cli.commandLine(environment, AuthOptions.installed()).execute(arguments);
    }

    private void registered(Cluster... all) {
        when(clusters.list()).thenReturn(List.of(all));
        for (Cluster cluster : all) {
            when(clusters.find(cluster.name())).thenReturn(Optional.of(cluster));
        }
    }

    private String text(Text text) {
        return terminal.terminal().text(text);
    }

    private static Trace trace() {
        return new Trace(List.of(), Duration.ofMillis(87), 61_933);
    }

    private static ClusterStatus status(
            Reachability reachability, List<ClusterFailure> failures, @Nullable Instant checkedAt) {
        return new ClusterStatus(reachability, failures, checkedAt, null, CHECKED, 0, FACTS, CHECKED, null);
    }

    private static Cluster cluster(long id, String name, ClusterStatus status) {
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
            super(CommandsTest.class);
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
