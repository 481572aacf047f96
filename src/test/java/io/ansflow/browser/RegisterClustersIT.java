package io.ansflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.testing.Needs;
import io.ansflow.testing.Needs.Part;
import io.ansflow.testing.RealCluster;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From an empty data directory to a list of real clusters, as an administrator sees it. One step follows the other. */
@Needs({Part.BROWSER, Part.CLUSTER})
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RegisterClustersIT {
    @RegisterExtension
    static final AnsFlow ansflow = AnsFlow.empty();

    private static final String TLS = "Verify the server's certificate (TLS)";

    private final RealCluster cluster = RealCluster.first();

    @SuppressWarnings("NullAway.Init")
    private Visitor admin;

    @BeforeAll
    void openBrowser() {
        admin = ansflow.visitor();
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
        ClusterFormPage form = admin.clusters().add();
        assertThat(form.connectionFields()).containsExactly("API server address", "Token", "CA certificate", TLS);
        form.fill("Name", "by-token").choose("Bearer token").fill("API server address", cluster.server());
        form.fill("Token", cluster.token()).fill("CA certificate", cluster.ca()).test();
        assertThat(form.result()).containsText("Connected");
        form.save();

        admin.clusters().shows("by-token", List.of("Connected", "v1.20"));
        admin.wasNeverSent(List.of(cluster.token()));
    }
}
