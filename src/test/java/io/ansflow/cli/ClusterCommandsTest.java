package io.ansflow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.ansflow.base.ClusterId;
import io.ansflow.base.Messages;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.ClusterDraft;
import io.ansflow.cluster.ClusterName;
import io.ansflow.cluster.ClusterType;
import io.ansflow.cluster.Environment;
import io.ansflow.cluster.FakeClusters;
import io.ansflow.cluster.InvalidCluster;
import io.ansflow.cluster.SaveResult;
import io.ansflow.kubernetes.Diagnosis;
import io.ansflow.kubernetes.Reachability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** What the commands about clusters make of what the services say. */
class ClusterCommandsTest extends CommandTest {
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
    void says_that_nothing_was_saved_while_many_others_were_saving() throws IOException {
        when(clusters.register(any(), eq(false), any())).thenThrow(FakeClusters.tooManySaves());
        Path token = Files.writeString(directory.resolve("token"), "abc");

        int code = run(
                "cluster",
                "add",
                "one",
                "--default",
                "--server",
                "https://a",
                "--auth",
                "token",
                "--token-file",
                token.toString());

        assertThat(code).isEqualTo(1);
        assertThat(terminal.err())
                .isEqualTo("Others were saving clusters in the same moment: nothing was saved. Save it again.\n");
    }

    @Test
    void removes_a_cluster_by_its_name() {
        when(clusters.find("One"))
                .thenReturn(Optional.of(cluster(1, "one", status(Reachability.UNKNOWN, List.of(), CHECKED))));

        assertThat(run("cluster", "remove", "One", "--yes")).isZero();

        verify(clusters).delete(new ClusterId(1), "one");
    }
}
