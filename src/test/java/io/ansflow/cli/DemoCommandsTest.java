package io.ansflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.base.Messages;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.Clusters;
import io.ansflow.demo.TestClusters;
import io.ansflow.demo.TestClusters.Fleet;
import io.ansflow.demo.TestClusters.Outcome;
import io.ansflow.testing.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulated clusters on the command line, with the whole application behind it. */
@SpringBootTest(
        properties = {"ansflow.jobs.server=false", "ansflow.checks.scheduled=false", "ansflow.sync.scheduled=false"})
@WithMockUser(roles = {"ADMINISTRATOR", "OPERATOR", "VIEWER"})
class DemoCommandsTest {
    private static final String[] NAMES = {"开发环境集群", "生产环境集群", "测试环境集群"};

    private final RecordedTerminal terminal = new RecordedTerminal(Messages.ENGLISH);
    private final List<String> printed = new ArrayList<>();

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Clusters clusters;

    @Autowired
    private TestClusters testClusters;

    @Autowired
    private JdbcClient database;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        String url = Databases.h2Url();
        Path data = Files.createTempDirectory("ansflow-demo");
        registry.add("spring.datasource.url", () -> url);
        registry.add("ansflow.data", data::toString);
    }

    @AfterEach
    void remove() {
        testClusters.remove();
    }

    @Test
    void test_clusters_are_made_once_and_each_authenticates_in_another_way() {
        List<JsonNode> made = json("create-test-clusters");
        assertThat(made).allSatisfy(report -> {
            assertThat(report.path("changed").booleanValue()).isTrue();
            assertThat(report.path("simulated").booleanValue()).isTrue();
            assertThat(report.path("server").stringValue()).endsWith(".simulated.invalid");
        });
        assertThat(clusters.list())
                .allMatch(Cluster::simulated)
                .extracting(Cluster::name, Cluster::authMethod)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple(NAMES[0], "token"),
                        org.assertj.core.api.Assertions.tuple(NAMES[1], "kubeconfig"),
                        org.assertj.core.api.Assertions.tuple(NAMES[2], "certificate"));

        assertThat(json("create-test-clusters"))
                .hasSize(3)
                .noneMatch(report -> report.path("changed").booleanValue());
        assertThat(clusters.list()).hasSize(3);
    }

    @Test
    void their_descriptions_are_for_readers_of_both_languages() {
        json("create-test-clusters");

        assertThat(clusters.find(NAMES[1]).orElseThrow().description())
                .isEqualTo("商城生产环境，自动伸缩；凭据即将到期 / The shop in production, with autoscaling; its credential ends soon");
        assertThat(clusters.list())
                .allSatisfy(cluster ->
                        assertThat(cluster.description()).containsPattern("\\p{IsHan}+.* / [A-Z][a-z ,;:-]+$"));
    }

    @Test
    void whatever_is_asked_of_them_works_and_says_that_they_are_simulated() {
        json("create-test-clusters");

        assertThat(json("test-connection", "--all"))
                .extracting(report -> report.path("cluster").stringValue())
                .containsExactlyInAnyOrder(NAMES);
        assertSimulated();
        assertThat(json("test-connection", "--all"))
                .extracting(report -> report.path("reachability").stringValue())
                .containsOnly("CONNECTED");
        assertThat(json("sync", "--cluster", NAMES[0])).isNotEmpty();
        assertSimulated();
        assertThat(json("get", "pods", "--cluster", NAMES[0], "--search", "order-service"))
                .isNotEmpty();
        assertSimulated();
        assertThat(json("cluster", "list")).hasSize(3);
        assertSimulated();

        run("get", "pods", "--cluster", NAMES[0]);
        assertThat(terminal.out()).contains(NAMES[0] + " (simulated)");
    }

    @Test
    void their_credentials_are_made_up_at_that_moment_and_stored_encrypted() {
        json("create-test-clusters");
        String first = credentials();
        assertThat(first).isNotEmpty().doesNotContain("eyJ", "BEGIN CERTIFICATE", "PRIVATE KEY");

        json("create-test-clusters", "--remove");
        json("create-test-clusters");

        assertThat(credentials()).isNotEqualTo(first);
    }

    @Test
    void removed_they_are_gone_and_refused_from_then_on() throws IOException {
        json("create-test-clusters");

        assertThat(json("create-test-clusters", "--remove"))
                .extracting(report -> report.path("cluster").stringValue())
                .containsExactlyInAnyOrder(NAMES);
        assertThat(clusters.list()).isEmpty();
        assertThat(run("create-test-clusters", "--remove")).isZero();
        assertThat(terminal.err()).contains("There is no simulated cluster.");

        Path token = Files.writeString(Files.createTempFile("token", ""), "a.b.c");
        String address = "https://development.simulated.invalid";
        assertThat(run(
                        "cluster",
                        "add",
                        "one",
                        "--server",
                        address,
                        "--auth",
                        "token",
                        "--token-file",
                        token.toString()))
                .isEqualTo(1);
        assertThat(terminal.out()).contains("is the address of a simulated cluster, and this installation has none");
        assertThat(clusters.list()).isEmpty();
    }

    @Test
    void a_fleet_has_as_many_pods_as_it_is_asked_for() {
        List<Outcome> made = new ArrayList<>();
        testClusters.create(new Fleet(3, 100), made::add);
        assertThat(made).extracting(Outcome::cluster).containsExactly("fleet-0001", "fleet-0002", "fleet-0003");

        List<JsonNode> reports = json("test-connection", "--all");

        assertThat(reports)
                .extracting(report -> report.path("pods").path("total").longValue())
                .containsExactlyInAnyOrder(34L, 33L, 33L);
        List<Outcome> again = new ArrayList<>();
        testClusters.create(new Fleet(3, 100), again::add);
        assertThat(again).noneMatch(Outcome::changed);
    }

    private void assertSimulated() {
        assertThat(tree(printed.getLast()))
                .isNotEmpty()
                .allSatisfy(report ->
                        assertThat(report.path("simulated").booleanValue()).isTrue());
    }

    private String credentials() {
        return database.sql("select * from cluster_credential")
                .query()
                .listOfRows()
                .toString();
    }

    private List<JsonNode> json(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("-o", "json"));
        int before = terminal.out().length();
        assertThat(run(arguments.toArray(String[]::new))).as(terminal.err()).isZero();
        printed.add(terminal.out().substring(before));
        return tree(printed.getLast());
    }

    private static List<JsonNode> tree(String json) {
        return StreamSupport.stream(JsonMapper.shared().readTree(json).spliterator(), false)
                .toList();
    }

    private int run(String... arguments) {
        var environment = new CommandEnvironment(terminal.terminal(), new GlobalOptions(), new Running());
        return Cli.commandLine(environment, AuthOptions.installed()).execute(arguments);
    }

    /** The application of the test, which a command neither starts nor stops. */
    private final class Running extends LocalApplication {
        Running() {
            super(DemoCommandsTest.class);
        }

        @Override
        ConfigurableApplicationContext forCommand(Path data) {
            var services = new GenericApplicationContext(application);
            services.refresh();
            return services;
        }
    }
}
