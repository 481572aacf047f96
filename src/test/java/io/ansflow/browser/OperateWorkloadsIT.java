package io.ansflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.ansflow.testing.Needs;
import io.ansflow.testing.Needs.Part;
import io.ansflow.testing.RealCluster;
import io.ansflow.testing.TestNamespace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Workloads of a real cluster, the only one registered, changed from the browser and followed to their end. */
@Needs({Part.BROWSER, Part.CLUSTER})
@TestInstance(Lifecycle.PER_CLASS)
class OperateWorkloadsIT {
    @RegisterExtension
    static final AnsFlow ansflow = AnsFlow.empty();

    private final RealCluster cluster = RealCluster.first();
    private final TestNamespace namespace = new TestNamespace(cluster);
    private final String deployments = "/apis/apps/v1/namespaces/" + namespace.name() + "/deployments";
    private final StandInKubelet kubelet = new StandInKubelet(namespace.api(), namespace.name());

    @SuppressWarnings("NullAway.Init")
    private Visitor admin;

    @BeforeAll
    void register() {
        create("web", 0);
        create("shop", 1);
        create("many-1", 1);
        create("many-2", 2);
        setImage("shop", "shop:2");
        ansflow.addCluster(namespace.name(), cluster);
        admin = ansflow.visitor();
        admin.logInFirst(Installation.ADMINISTRATOR, ansflow.firstPassword(), Installation.PASSWORD);
    }

    @AfterAll
    void clean_up() {
        kubelet.close();
        namespace.close();
    }

    @Test
    void a_deployment_is_scaled_from_nothing_to_three_and_back() {
        ResourcePage web = ResourcePage.of(admin, "deployments", namespace.name(), "web");

        web.press("Scale").fill("Replicas", "3").confirm("Scale");

        assertThat(web.rollout()).containsText("As wanted");
        assertThat(web.rollout()).containsText("Wanted 3, updated 3, ready 3, available 3");
        assertThat(namespace
                        .api()
                        .get(deployments + "/web")
                        .at("/status/readyReplicas")
                        .asInt())
                .isEqualTo(3);
        assertThat(web.panel()).containsText("3/3");

        web.press("Scale").fill("Replicas", "0").confirm("Scale");

        assertThat(web.rollout()).containsText("As wanted");
        assertThat(web.rollout()).containsText("Wanted 0");
        assertThat(namespace
                        .api()
                        .get(deployments + "/web")
                        .at("/spec/replicas")
                        .asInt())
                .isZero();
    }

    @Test
    void a_deployment_is_rolled_back_to_an_earlier_image() {
        ResourcePage shop = ResourcePage.of(admin, "deployments", namespace.name(), "shop");

        shop.press("Roll back");
        assertThat(admin.dialog()).containsText("shop:1");
        shop.choose("Revision 1").confirm("Roll back");

        assertThat(shop.rollout()).containsText("As wanted");
        assertThat(namespace
                        .api()
                        .get(deployments + "/shop")
                        .at("/spec/template/spec/containers/0/image")
                        .asString())
                .isEqualTo("shop:1");
        shop.open("Pods");
        assertThat(shop.panel()).containsText("Running");
    }

    @Test
    void selected_deployments_are_scaled_and_deleted_together_after_a_preview_of_each() {
        Locator dialog = selectMany("Scale");
        dialog.getByLabel("Replicas", new Locator.GetByLabelOptions().setExact(true))
                .fill("2");

        assertThat(dialog).containsText("Changed: 1. Left alone: 1. Impossible: 0.");
        assertThat(dialog).containsText("Replicas 1 → 2");
        assertThat(dialog).containsText("It has 2 replicas already.");
        admin.dialogButton("Scale 1").click();
        await().until(() -> namespace
                        .api()
                        .get(deployments + "/many-1")
                        .at("/spec/replicas")
                        .asInt()
                == 2);

        selectMany("Delete");
        admin.dialogButton("Delete 2").click();

        await().until(() -> namespace
                .api()
                .get(deployments)
                .at("/items")
                .valueStream()
                .noneMatch(one -> one.at("/metadata/name").asString().startsWith("many-")));
        assertThat(rowsOfMany()).hasCount(0);
    }

    @Test
    void viewers_are_offered_no_change() {
        Visitor viewer = ansflow.newUser("viewer-" + namespace.name(), "viewer");
        viewer.open("resources?kind=deployments&q=" + namespace.name());
        viewer.page().locator("vaadin-grid-cell-content a").first().click();

        ResourcePage seen = new ResourcePage(viewer, "");
        assertThat(seen.panel().getByRole(AriaRole.TAB).first()).isVisible();
        assertThat(seen.actions()).hasCount(0);
        assertThat(viewer.page().locator("vaadin-grid vaadin-checkbox")).hasCount(0);
    }

    /** Selects both of them in the list and presses the button; gives the dialog. */
    private Locator selectMany(String action) {
        admin.open("resources?kind=deployments&q=" + namespace.name() + "+many");
        admin.button("Sync now").click();
        assertThat(rowsOfMany()).hasCount(2);
        Locator boxes = admin.page().getByLabel("Select Row");
        check(boxes.first());
        check(boxes.last());
        admin.button(action).click();
        assertThat(admin.dialog()).containsText("2 objects");
        return admin.dialog();
    }

    /** The list may be drawn again by the sync just then. */
    private static void check(Locator box) {
        await().ignoreExceptions().until(() -> {
            box.check();
            return box.isChecked();
        });
    }

    private Locator rowsOfMany() {
        return admin.page()
                .locator("vaadin-grid-cell-content a:visible", new Page.LocatorOptions().setHasText("many-"));
    }

    private void create(String name, int replicas) {
        namespace.api().create(deployments, """
                        {"metadata":{"name":"NAME"},"spec":{"replicas":REPLICAS,"selector":{"matchLabels":{"app":"NAME"}},
                        "template":{"metadata":{"labels":{"app":"NAME"}},
                        "spec":{"containers":[{"name":"c","image":"NAME:1"}]}}}}""".replace("NAME", name).replace("REPLICAS", String.valueOf(replicas)));
    }

    /** As a deployment from elsewhere does, once the first one is known. */
    private void setImage(String name, String image) {
        await().until(() -> namespace
                        .api()
                        .get(deployments + "/" + name)
                        .at("/status/observedGeneration")
                        .asInt()
                > 0);
        namespace.api().patch(deployments + "/" + name, """
                        {"spec":{"template":{"spec":{"containers":[{"name":"c","image":"IMAGE"}]}}}}""".replace("IMAGE", image));
    }
}
