package io.ansflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import io.ansflow.testing.HostileServer;
import io.ansflow.testing.Needs;
import io.ansflow.testing.Needs.Part;
import io.ansflow.testing.PackagedJar.Outcome;
import io.ansflow.testing.RealCluster;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From an empty data directory to a list of real clusters, as people see it in their browsers. A step builds on those before. */
@Needs({Part.BROWSER, Part.CLUSTER})
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RegisterClustersIT {
    private static final String TLS = "Verify the server's certificate (TLS)";

    @RegisterExtension
    static final AnsFlow ansflow = AnsFlow.empty();

    @TempDir
    private static Path directory;

    private final RealCluster cluster = RealCluster.first();
    private Visitor admin;
    private Visitor viewer;

    @BeforeAll
    void openBrowser() {
        admin = ansflow.visitor();
        viewer = admin;
    }

    @Test
    @Order(1)
    void the_first_login_asks_for_a_password_of_ones_own() {
        admin.logIn("admin", ansflow.firstPassword());
        assertThat(admin.heading("Change password")).isVisible();
        admin.open("clusters");
        assertThat(admin.heading("Change password")).isVisible();

        admin.changePassword(ansflow.firstPassword(), Installation.PASSWORD);

        assertThat(admin.heading("No clusters yet")).isVisible();
    }

    @Test
    @Order(2)
    void a_cluster_is_added_by_bearer_token() {
        ClusterFormPage form = admin.clusters().add().choose("Bearer token");
        form.asksFor("API server address", "Token", "CA certificate", TLS);
        form.save();
        assertThat(admin.page().getByText("Required").first()).isVisible();

        form.fill("Name", "by-token").fill("Description", "of the web shop").choose("Production");
        form.fill("API server address", cluster.server()).fill("Token", cluster.token());
        form.fill("CA certificate", cluster.ca()).test();

        assertThat(form.result()).containsText("Connected");
        assertThat(form.result()).containsText(Pattern.compile("Nodes ready\\s*\\d+ / \\d+"));
        assertThat(form.result()).containsText(Pattern.compile("Pods running\\s*\\d+ / \\d+"));
        assertThat(form.result()).containsText(Pattern.compile("Round trip\\s*\\d+ ms"));
        assertThat(form.stage("Pods")).hasAttribute("data-state", "done");
        form.save();
        assertThat(admin.notification("by-token was saved")).isVisible();
        new ClusterListPage(admin).shows("by-token", List.of("Connected", "Production", "of the web shop", "v1.20"));
    }

    @Test
    @Order(3)
    void a_kubeconfig_offers_its_contexts_and_tells_the_address() {
        ClusterFormPage form = admin.clusters().add().choose("Kubeconfig");
        form.asksFor("Kubeconfig", "Context", TLS);

        form.fill("Name", "by-kubeconfig").upload("Kubeconfig", "config", kubeconfigOfBoth());
        assertThat(admin.field("API server address")).hasValue(cluster.server());
        assertThat(admin.field("API server address")).not().isEditable();
        assertThat(form.options("Context")).contains("one", "two");
        form.select("Context", "two");
        assertThat(admin.field("API server address"))
                .hasValue(RealCluster.second().server());
        form.save();

        new ClusterListPage(admin).shows("by-kubeconfig", List.of("Connected", authority(RealCluster.second())));
    }

    @Test
    @Order(4)
    void a_kubeconfig_that_would_run_a_program_is_refused_as_soon_as_it_is_there() {
        ClusterFormPage form = admin.clusters().add().choose("Kubeconfig").asksFor("Kubeconfig", "Context", TLS);

        form.fill("Kubeconfig", kubeconfigOfBoth().replace("token: " + cluster.token(), "exec: {command: /bin/true}"));
        admin.page().keyboard().press("Tab");

        assertThat(admin.page().getByText("asks to run a program").first()).isVisible();
        assertThat(admin.page().getByText("create serviceaccount ansflow").first())
                .isVisible();
        admin.go("Clusters");
        admin.dialogButton("Leave").click();
    }

    @Test
    @Order(5)
    void a_cluster_is_added_by_client_certificate() {
        ClusterFormPage form = admin.clusters().add().choose("Client certificate");
        form.asksFor("API server address", "Client certificate", "Client key", "CA certificate", TLS);

        form.fill("Name", "by-certificate").fill("API server address", cluster.server());
        form.fill("Client certificate", cluster.clientCertificate()).fill("CA certificate", cluster.ca());
        form.upload("Client key", "client.key", cluster.clientKey());
        form.save();

        new ClusterListPage(admin).shows("by-certificate", List.of("Connected"));
    }

    @Test
    @Order(6)
    void a_wrong_authority_is_shown_with_the_certificate_and_the_remedy_and_saved_only_on_purpose() {
        ClusterFormPage form = admin.clusters().add();
        form.fill("Name", "wrong-authority").fill("API server address", cluster.server());
        form.fill("Token", cluster.token())
                .fill("CA certificate", RealCluster.second().ca())
                .save();

        assertThat(admin.dialog()).containsText("Save anyway?");
        admin.dialogButton("Back to the form").click();
        assertThat(form.result()).containsText("Unreachable");
        assertThat(form.result()).containsText("TLS_UNTRUSTED");
        assertThat(form.stage("TLS")).hasAttribute("data-state", "failed");
        assertThat(form.result())
                .containsText(Pattern.compile(
                        "subject CN=kube-apiserver, issuer CN=.+, names .*kubernetes.*, valid \\d{4}-.+ to \\d{4}-"));
        assertThat(form.result()).containsText("Provide the CA certificate of this cluster");

        form.save();
        admin.dialogButton("Save anyway").click();
        new ClusterListPage(admin).shows("wrong-authority", List.of("Unreachable"));
    }

    @Test
    @Order(7)
    void unverified_tls_is_confirmed_and_stays_visible() {
        ClusterFormPage form = admin.clusters().edit("wrong-authority");
        admin.field(TLS).uncheck();
        assertThat(admin.dialog()).containsText("Switch TLS verification off?");
        admin.dialogButton("Switch off").click();
        assertThat(admin.page().locator(".tls-switch")).containsText("TLS unverified");
        form.fill("Token", cluster.token()).save();

        new ClusterListPage(admin).shows("wrong-authority", List.of("Connected", "TLS unverified"));
    }

    @Test
    @Order(8)
    void a_test_that_takes_long_leaves_the_form_alive_and_can_be_cancelled() {
        try (HostileServer silent = HostileServer.plain(HostileServer.Connection::hang)) {
            ClusterFormPage form = admin.clusters().add();
            form.fill("Name", "silent").fill("Token", "some-token");
            form.fill("API server address", silent.uri().toString()).test();

            assertThat(form.stage("TLS")).hasAttribute("data-state", "running");
            form.fill("Description", "typed meanwhile");
            admin.button("Cancel test").click();

            assertThat(form.result()).containsText("The test was cancelled.");
            assertThat(admin.field("Description")).hasValue("typed meanwhile");
            admin.go("Clusters");
            admin.dialogButton("Leave").click();
        }
    }

    @Test
    @Order(9)
    void a_check_is_followed_to_its_end_and_what_others_do_appears_by_itself() throws IOException {
        ClusterListPage list = admin.clusters();
        admin.markPage();
        HostileServer silent = HostileServer.plain(HostileServer.Connection::hang);
        try (silent) {
            String[] add = {
                "cluster", "add", "by-command", "--server", silent.uri().toString(), "--force"
            };
            Path token = Files.writeString(directory.resolve("token"), "some-token");
            Outcome added = ansflow.run(
                    Stream.concat(Stream.of(add), Stream.of("--auth", "token", "--token-file", token.toString()))
                            .toArray(String[]::new));
            assertThat(added.exitCode()).as(added.err()).isZero();
            list.shows("by-command", List.of("Unreachable"));

            list.checkNow("by-command");
            list.shows("by-command", List.of("Checking: TLS"));
        }
        list.shows("by-command", List.of("Unreachable", "just now"));
        admin.pageIsStillTheSame();
    }

    @Test
    @Order(10)
    void search_and_filters_say_how_many_there_are() {
        ClusterListPage list = admin.clusters();
        list.shows("by-token", "by-kubeconfig", "by-certificate", "by-command", "wrong-authority");
        assertThat(list.tile("Clusters")).containsText("5");
        assertThat(list.tile("Connected")).containsText("4");
        assertThat(list.tile("In trouble")).containsText("1");
        assertThat(list.chip("Connected")).containsText("4");
        assertThat(list.chip("Production")).containsText("1");

        list.chip("Unreachable").click();
        list.shows("by-command");
        assertThat(admin.page()).hasURL(Pattern.compile("clusters\\?reachability=unreachable$"));
        admin.page().reload();
        list.shows("by-command");
        list.chip("Unreachable").click();
        list.search("by-c");
        list.shows("by-certificate", "by-command");
        assertThat(list.chip("Connected")).containsText("1");
        list.search("nothing like it");
        admin.button("Clear filter").click();
        list.shows("by-token", "by-kubeconfig", "by-certificate", "by-command", "wrong-authority");
    }

    @Test
    @Order(11)
    void a_viewer_looks_and_nothing_else() {
        viewer = ansflow.newUser("ming", "viewer");
        ClusterListPage list = viewer.clusters();
        list.shows("by-token", List.of("Connected"));

        for (String button : List.of("Add cluster", "Check by-token now", "Edit by-token", "Delete by-token")) {
            assertThat(viewer.button(button)).hasCount(0);
        }
        for (String path : List.of("clusters/new", "jobs")) {
            viewer.open(path);
            assertThat(viewer.heading("Not for your role")).isVisible();
        }
        for (String path : List.of("dashboard/overview", "api/jobs?state=SUCCEEDED", "sse/jobstats")) {
            assertThat(viewer.status(path)).as(path).isEqualTo(403);
        }
    }

    @Test
    @Order(12)
    void an_edit_keeps_the_stored_credential_and_reaches_other_browsers() {
        ClusterListPage others = viewer.clusters();
        viewer.markPage();
        ClusterFormPage form = admin.clusters().edit("by-token");
        assertThat(admin.field("Token")).hasValue("");
        assertThat(admin.field("Token")).hasAttribute("placeholder", "Stored; leave empty to keep");
        form.fill("Description", "of the other shop").save();

        new ClusterListPage(admin).shows("by-token", List.of("Connected", "of the other shop"));
        others.shows("by-token", List.of("of the other shop"));
        viewer.pageIsStillTheSame();
    }

    @Test
    @Order(13)
    void details_tell_what_failed_and_what_to_do() {
        ClusterListPage list = admin.clusters();

        list.openDetails("by-command");

        assertThat(admin.page().locator(".cluster-details .failure"))
                .containsText(Pattern.compile("Check .*the port .*(CONNECTION_REFUSED|TLS_FAILED)"));
    }

    @Test
    @Order(14)
    void a_cluster_is_deleted_by_typing_its_name() {
        ClusterListPage others = viewer.clusters();

        admin.clusters().delete("by-command");

        assertThat(admin.notification("by-command was deleted")).isVisible();
        others.shows("by-token", "by-kubeconfig", "by-certificate", "wrong-authority");
    }

    @Test
    @Order(15)
    void administrators_see_the_jobs() {
        admin.go("Jobs");

        FrameLocator dashboard = admin.page().frameLocator("iframe");
        dashboard.locator("#jobs-btn").click();
        dashboard.locator("#succeeded-menu-btn").click();
        assertThat(dashboard.getByText(Pattern.compile("Check cluster \\d+")).first())
                .isVisible();
    }

    @Test
    @Order(16)
    void a_restart_keeps_everything_but_the_logins() {
        ansflow.restart();

        viewer.open("clusters");
        viewer.logIn("ming", Installation.PASSWORD);
        admin.open("clusters");
        admin.logIn("admin", Installation.PASSWORD);
        new ClusterListPage(admin).shows("by-token", "by-kubeconfig", "by-certificate", "wrong-authority");
        new ClusterListPage(admin).checkNow("by-token");
        new ClusterListPage(admin).shows("by-token", List.of("Connected", "just now"));
    }

    @Test
    @Order(17)
    void everything_is_there_in_chinese() {
        admin.button("Switch to Chinese").click();

        assertThat(admin.heading("集群")).isVisible();
        assertThat(admin.page().getByText("已连接").first()).isVisible();
        admin.go("作业");
        assertThat(admin.heading("作业")).isVisible();
    }

    @Test
    @Order(18)
    void no_credential_was_ever_sent_to_a_browser_or_written_to_the_log() {
        List<String> secrets = Stream.concat(
                        Stream.of(cluster.token(), RealCluster.second().token()),
                        cluster.clientKey().lines().filter(line -> !line.startsWith("-----")))
                .toList();

        admin.wasNeverSent(secrets);
        viewer.wasNeverSent(secrets);
        assertThat(secrets).noneMatch(ansflow.output()::contains);
    }

    private String kubeconfigOfBoth() {
        RealCluster second = RealCluster.second();
        return """
                apiVersion: v1
                kind: Config
                current-context: one
                clusters:
                - {name: one, cluster: {server: "%s", certificate-authority-data: %s}}
                - {name: two, cluster: {server: "%s", certificate-authority-data: %s}}
                users:
                - {name: one, user: {token: %s}}
                - {name: two, user: {token: %s}}
                contexts:
                - {name: one, context: {cluster: one, user: one}}
                - {name: two, context: {cluster: two, user: two}}
                """.formatted(
                        cluster.server(),
                        base64(cluster.ca()),
                        second.server(),
                        base64(second.ca()),
                        cluster.token(),
                        second.token());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String authority(RealCluster cluster) {
        return URI.create(cluster.server()).getAuthority();
    }
}
