package io.ansflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.ansflow.testing.Needs;
import io.ansflow.testing.Needs.Part;
import io.ansflow.testing.RealApi;
import io.ansflow.testing.RealCluster;
import io.ansflow.testing.TestNamespace;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A namespace of a real cluster from its creation with a quota to its end. One step follows the other. */
@Needs({Part.BROWSER, Part.CLUSTER})
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NamespacesIT {
    @RegisterExtension
    static final AnsFlow ansflow = AnsFlow.shared();

    private static final String CLUSTER = "for-namespaces";

    /** Longer than the controllers of a busy machine take. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RealCluster cluster = RealCluster.first();
    private final RealApi api = new RealApi(cluster);
    private final String name = TestNamespace.newName();

    @SuppressWarnings("NullAway.Init")
    private Visitor admin;

    @BeforeAll
    void registerCluster() {
        ansflow.addCluster(CLUSTER, cluster);
        // A single cluster would be chosen already.
        ansflow.addCluster(CLUSTER + "-too", RealCluster.second());
        admin = ansflow.administrator();
    }

    @AfterAll
    void removeNamespace() {
        try (api) {
            api.patch(pod("first"), "{\"metadata\":{\"finalizers\":null}}");
        } catch (IllegalStateException e) {
            // It is gone, as it should be.
        }
        try (RealApi again = new RealApi(cluster)) {
            again.delete("/api/v1/namespaces/" + name);
        } catch (IllegalStateException e) {
            // So is the namespace.
        }
    }

    @Test
    @Order(1)
    void is_created_with_a_quota_after_the_cluster_was_asked() {
        admin.go("Namespaces");
        admin.button("Create namespace").first().click();
        admin.field("Clusters").fill(CLUSTER);
        admin.page()
                .locator("vaadin-multi-select-combo-box-item")
                .getByText(CLUSTER, new Locator.GetByTextOptions().setExact(true))
                .click();
        admin.page().keyboard().press("Escape");
        admin.field("Name").fill("Not-A-Name");
        assertThat(admin.page().locator("[slot='error-message']").getByText("Only lower-case letters."))
                .isVisible();
        admin.field("Name").fill(name);
        admin.field("Number of pods").fill("1");

        admin.button("Create …").click();
        assertThat(admin.dialog()).containsText("Would be created");
        admin.dialogButton("Create in one cluster").click();

        assertThat(admin.page().getByText("1 done", exactly())).isVisible();
        admin.page().getByText(name + " in " + CLUSTER, exactly()).click();
        assertThat(page().limit("pods")).containsText("0 of 1");
    }

    @Test
    @Order(2)
    void its_quota_is_used_up_and_refuses_more() {
        api.create("/api/v1/namespaces/" + name + "/pods", manifest("first"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(used()).isEqualTo("1"));
        assertThatThrownBy(() -> api.create("/api/v1/namespaces/" + name + "/pods", manifest("second")))
                .hasMessageContaining("exceeded quota");

        admin.page().reload();
        assertThat(page().limit("pods")).containsText("1 of 1");
        admin.open("apply?cluster=" + CLUSTER);
        admin.field("Namespace").fill(name);
        admin.field("YAML text").fill(manifest("second"));
        admin.button("Check").click();

        assertThat(admin.page().locator(".bench-results")).containsText("exceeded quota");
    }

    @Test
    @Order(3)
    void the_list_shows_its_quota_at_the_limit() {
        ansflow.run("sync", "--cluster", CLUSTER);
        admin.open("namespaces?q=" + name);

        Locator row = admin.page().locator("vaadin-grid-cell-content:visible");
        assertThat(row.getByText(name, new Locator.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(admin.page().locator(".quota-bar:visible")).containsText("1 of 1");
    }

    @Test
    @Order(4)
    void is_followed_on_its_way_out_with_what_holds_it_until_it_is_gone() {
        api.patch(pod("first"), "{\"metadata\":{\"finalizers\":[\"ansflow.example/hold\"]}}");
        admin.open("namespaces?q=" + name);
        admin.page().getByText(name, exactly()).first().click();

        NamespacePage page = page().delete();

        assertThat(page.end()).containsText("Terminating");
        assertThat(page.end()).containsText("ansflow.example/hold");
        api.patch(pod("first"), "{\"metadata\":{\"finalizers\":null}}");
        assertThat(page.end()).containsText("Gone");
        admin.open("namespaces?q=" + name);
        assertThat(admin.heading("Nothing found")).isVisible();
    }

    private NamespacePage page() {
        return new NamespacePage(admin, name);
    }

    private String used() {
        return api.get("/api/v1/namespaces/" + name + "/resourcequotas/ansflow")
                .at("/status/used/pods")
                .asString("");
    }

    private String pod(String pod) {
        return "/api/v1/namespaces/" + name + "/pods/" + pod;
    }

    private static String manifest(String pod) {
        return """
                {"apiVersion":"v1","kind":"Pod","metadata":{"name":"%s"},
                 "spec":{"containers":[{"name":"main","image":"shop:1"}]}}""".formatted(pod);
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
