package io.ansflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.testing.MariaDb;
import io.ansflow.testing.Needs;
import io.ansflow.testing.PackagedJar;
import io.ansflow.testing.PackagedJar.Outcome;
import io.ansflow.testing.RealCluster;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The jar as people and scripts use it. Every command is a process, so a test says as much as it can with each, and two tests
 * run at a time: each has a data directory of its own. It is the tests that say so, not the class, which would run beside browsers.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class CommandLineIT {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path directory;

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void exits_with_0_for_help_1_for_failure_and_2_for_wrong_usage() {
        PackagedJar ansflow = ansflow();

        assertThat(ansflow.run("--help").exitCode()).isZero();
        assertThat(ansflow.run("cluster", "show", "nobody").exitCode()).isEqualTo(1);
        assertThat(ansflow.run("cluster", "show").exitCode()).isEqualTo(2);
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void makes_a_data_directory_that_only_its_owner_can_enter() throws IOException {
        Outcome list = ansflow().asBuilt().run("cluster", "list", "-o", "json");

        assertThat(list.exitCode()).isZero();
        assertThat(list.out()).isEqualTo("[ ]\n");
        assertThat(list.err()).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data())))
                .isEqualTo("rwx------");
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void refuses_a_cluster_that_cannot_be_reached_unless_forced() throws IOException {
        PackagedJar ansflow = ansflow();
        String[] add = {
            "cluster",
            "add",
            "nowhere",
            "--server",
            "https://127.0.0.1:1",
            "--auth",
            "token",
            "-o",
            "json",
            "--token-file",
            file("token", "some-token").toString()
        };

        Outcome refused = ansflow.run(add);
        assertThat(refused.exitCode()).isEqualTo(1);
        JsonNode result = JSON.readTree(refused.out());
        assertThat(result.path("saved").booleanValue()).isFalse();
        assertThat(result.path("check").path("code").stringValue()).isEqualTo("CONNECTION_REFUSED");
        assertThat(refused.err()).contains("nowhere was not registered");

        Outcome forced =
                ansflow.run(Stream.concat(Stream.of(add), Stream.of("--force")).toArray(String[]::new));
        assertThat(forced.exitCode()).isZero();

        Outcome test =
                ansflow.with("LC_ALL", "zh_CN.UTF-8").run("test-connection", "--cluster", "nowhere", "-o", "json");
        assertThat(test.exitCode()).isEqualTo(1);
        assertThat(test.err()).isEmpty();
        JsonNode unreachable = JSON.readTree(test.out()).path(0);
        assertThat(unreachable.path("reachability").stringValue()).isEqualTo("UNREACHABLE");
        assertThat(unreachable.path("message").stringValue()).containsPattern("\\p{IsHan}");
        assertThat(unreachable.path("nodes").path("total").isNull()).isTrue();
        assertThat(unreachable.path("pods").path("running").isNull()).isTrue();
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    @Needs(Needs.Part.CLUSTER)
    void registers_tests_shows_and_removes_real_clusters_with_every_method() throws IOException {
        PackagedJar ansflow = ansflow();
        RealCluster cluster = RealCluster.first();
        String ca = file("ca.crt", cluster.ca()).toString();

        assertThat(List.of(
                        ansflow.run(
                                "cluster",
                                "add",
                                "by-token",
                                "--server",
                                cluster.server(),
                                "--ca-file",
                                ca,
                                "--auth",
                                "token",
                                "--token-file",
                                file("token", cluster.token() + "\n").toString()),
                        ansflow.run(
                                "cluster",
                                "add",
                                "by-kubeconfig",
                                "--auth",
                                "kubeconfig",
                                "--kubeconfig",
                                file("config", cluster.kubeconfig()).toString()),
                        ansflow.run(
                                "cluster",
                                "add",
                                "by-certificate",
                                "--server",
                                cluster.server(),
                                "--ca-file",
                                ca,
                                "--auth",
                                "certificate",
                                "--client-certificate",
                                file("client.crt", cluster.clientCertificate()).toString(),
                                "--client-key",
                                file("client.key", cluster.clientKey()).toString())))
                .allSatisfy(added -> {
                    assertThat(added.exitCode()).as(added.err()).isZero();
                    assertThat(added.out()).contains("Connected");
                });

        Outcome test = ansflow.run("test-connection", "--all", "-o", "json");
        assertThat(test.exitCode()).isZero();
        assertThat(test.err()).isEmpty();
        assertThat(JSON.readTree(test.out())).hasSize(3).allSatisfy(line -> {
            assertThat(line.propertyNames())
                    .containsExactly(
                            "cluster",
                            "simulated",
                            "reachability",
                            "code",
                            "message",
                            "version",
                            "nodes",
                            "pods",
                            "millis",
                            "bytes");
            assertThat(line.path("reachability").stringValue()).isEqualTo("CONNECTED");
            assertThat(line.path("code").isNull()).isTrue();
            assertThat(line.path("version").stringValue()).startsWith("v1.");
            assertThat(line.path("nodes").propertyNames()).containsExactly("total", "ready");
            assertThat(line.path("pods").propertyNames()).containsExactly("total", "running");
            assertThat(line.path("nodes").path("total").isNumber()).isTrue();
            assertThat(line.path("pods").path("running").isNumber()).isTrue();
        });

        assertThat(ansflow.run("cluster", "remove", "by-token").exitCode()).isEqualTo(2);
        assertThat(ansflow.run("cluster", "remove", "by-token", "--yes").exitCode())
                .isZero();
        assertThat(ansflow.run("cluster", "list").out())
                .contains("by-kubeconfig", "by-certificate")
                .doesNotContain("by-token");

        String written = everything(data());
        assertThat(written).contains("by-certificate").doesNotContain(cluster.token());
        assertThat(keyLines(cluster)).isNotEmpty().noneMatch(written::contains);
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    @Needs(Needs.Part.MARIADB)
    void keeps_everything_but_the_key_in_the_database_that_it_is_told() {
        MariaDb database = MariaDb.create();
        PackagedJar ansflow = ansflow()
                .with("ANSFLOW_DB_URL", database.url())
                .with("ANSFLOW_DB_USER", database.user())
                .with("ANSFLOW_DB_PASSWORD", database.password());

        assertThat(ansflow.run("user", "add", "ming", "--role", "viewer").exitCode())
                .isZero();
        Outcome again = ansflow.run("user", "add", "ming", "--role", "viewer");

        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("ming");
        assertThat(data()).isDirectoryNotContaining(file -> file.toString().endsWith(".db"));
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    @Needs(Needs.Part.CLUSTER)
    void works_while_the_server_runs_on_the_same_data_and_keeps_it_over_a_restart() throws IOException {
        PackagedJar ansflow = ansflow();
        RealCluster cluster = RealCluster.first();
        String token = file("token", cluster.token()).toString();
        String log;
        try (PackagedJar.Server server = ansflow.asBuilt().serve()) {
            Outcome added = ansflow.run(
                    "cluster",
                    "add",
                    "production",
                    "--server",
                    cluster.server(),
                    "--auth",
                    "token",
                    "--token-file",
                    token,
                    "--ca-file",
                    file("ca.crt", cluster.ca()).toString());
            assertThat(added.exitCode()).as(added.err()).isZero();
            Outcome user = ansflow.run("user", "add", "ming", "--role", "operator", "-o", "json");
            assertThat(JSON.readTree(user.out()).path("password").stringValue()).hasSizeGreaterThan(12);
            assertThat(databasePortIsClosedToOtherMachines()).isTrue();
            log = server.output();
        }
        Path initialPassword = data().resolve("initial-admin-password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(initialPassword)))
                .isEqualTo("rw-------");
        String password = Files.readString(initialPassword).strip();
        assertThat(log).containsOnlyOnce(password).doesNotContain(cluster.token());

        try (PackagedJar.Server again = ansflow.serve()) {
            assertThat(ansflow.run("cluster", "list").out()).contains("production", cluster.server());
            assertThat(ansflow.run("user", "add", "ming", "--role", "viewer").exitCode())
                    .isEqualTo(1);
            assertThat(again.output()).doesNotContain(password);
        }
        assertThat(everything(data())).doesNotContain(cluster.token());
    }

    /** H2 serves a second process on the same file through a socket. */
    private boolean databasePortIsClosedToOtherMachines() throws IOException {
        Properties lock = new Properties();
        lock.load(new StringReader(Files.readString(data().resolve("ansflow.lock.db"))));
        int port = Integer.parseInt(lock.getProperty("server").replaceAll(".*:", ""));
        try (Socket loopback = new Socket()) {
            loopback.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
        }
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .allMatch(address -> {
                    try (Socket outside = new Socket()) {
                        outside.connect(new InetSocketAddress(address, port), 5_000);
                        return false;
                    } catch (ConnectException e) {
                        return true;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private PackagedJar ansflow() {
        return new PackagedJar(data());
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    /** Every byte of every file, with nothing lost but what is not ASCII. */
    private static String everything(Path directory) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1).replace("\0", ""));
            }
        }
        return all.toString();
    }

    private static List<String> keyLines(RealCluster cluster) {
        return cluster.clientKey()
                .lines()
                .filter(line -> !line.startsWith("-----"))
                .toList();
    }
}
