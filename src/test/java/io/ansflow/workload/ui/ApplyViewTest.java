package io.ansflow.workload.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.ansflow.base.ClusterId;
import io.ansflow.base.Messages;
import io.ansflow.cluster.Cluster;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.operation.Target;
import io.ansflow.security.Role;
import io.ansflow.testing.Input;
import io.ansflow.testing.Screen;
import io.ansflow.workload.ManifestPlan;
import io.ansflow.workload.Manifests;
import io.ansflow.workload.Manifests.Applied;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApplyViewTest extends WorkloadUiTest {
    private static final String TWO = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: web, namespace: shop}
            """;
    private static final Target SHOP = new Target(new ClusterId(2), "namespaces", "", "shop", null);
    private static final Target WEB = new Target(new ClusterId(2), "configmaps", "shop", "web", null);

    @Test
    void viewers_are_not_let_in() {
        logIn(Role.VIEWER);

        UI.getCurrent().navigate("apply");

        assertThat(_find(ApplyView.class)).isEmpty();
    }

    @Test
    void nothing_is_checked_before_a_cluster_is_chosen() {
        open("");
        type(TWO);
        assertThat(button("Check").isEnabled()).isFalse();

        choose(2);

        assertThat(namespace().getValue()).isEqualTo("default");
        assertThat(button("Check").isEnabled()).isTrue();
    }

    @Test
    void every_document_has_a_plan_and_then_a_result() {
        open("cluster=beta");
        type(TWO);
        manifests.plans(new ManifestPlan.Creates(1, SHOP, "+kind: " + MARKUP), new ManifestPlan.Later(5, WEB));
        manifests.results(
                new Applied(1, SHOP, Optional.empty()),
                new Applied(5, WEB, Optional.of(ClusterFailure.of(FailureCode.FORBIDDEN, "patch", "configmaps"))));

        press(view(), "Check");
        eventually(() -> assertThat(Screen.text(view()))
                .contains("Is created", "namespaces/shop", "Line 1", MARKUP, "After those before it", "Line 5"));
        press(view(), "Apply …");
        assertThat(Screen.text(dialog())).contains("beta", "Production", "New: 1.", "Judged only when applied: 1.");
        _click(button(dialog(), "Apply"));

        eventually(() -> assertThat(Screen.text(view())).contains("Applied", "Not applied", "FORBIDDEN", "configmaps"));
        assertThat(screen()).contains("Not everything was applied");
        assertThat(manifests.asked).last().isEqualTo("apply in 2 default: " + TWO.strip());
    }

    @Test
    void another_cluster_needs_another_check() {
        open("cluster=beta");
        type(TWO);
        manifests.plans(new ManifestPlan.Creates(1, SHOP, "+a"));
        press(view(), "Check");
        eventually(() -> assertThat(button("Apply …").isEnabled()).isTrue());

        choose(1);

        assertThat(button("Apply …").isEnabled()).isFalse();
        assertThat(Screen.text(view())).doesNotContain("Is created");
    }

    @Test
    void a_file_takes_the_place_of_the_text() {
        open("cluster=alpha");

        view().take(TWO.getBytes(StandardCharsets.UTF_8));

        assertThat(_get(TextArea.class).getValue()).isEqualTo(TWO);
        assertThat(button("Check").isEnabled()).isTrue();
    }

    @Test
    void a_file_that_is_too_large_is_refused() {
        open("cluster=alpha");

        view().take("#".repeat(Manifests.MAX_LENGTH + 1).getBytes(StandardCharsets.UTF_8));

        assertThat(_get(TextArea.class).getValue()).isEmpty();
        assertThat(screen()).contains("More than 1,024 KiB are too much at once.");
    }

    @Test
    void speaks_chinese() {
        speak(Messages.CHINESE);
        open("cluster=beta");

        assertThat(Screen.text(view())).contains("应用 YAML", "集群", "命名空间", "检查", "上传文件");
    }

    private void open(String query) {
        logIn(Role.OPERATOR);
        UI.getCurrent().navigate("apply", QueryParameters.fromString(query));
    }

    @SuppressWarnings("unchecked") // it has clusters
    private void choose(long id) {
        ((Select<Cluster>) _get(Select.class))
                .setValue(clusters.find(new ClusterId(id)).orElseThrow());
    }

    private static void type(String yaml) {
        Input.type(_get(TextArea.class), yaml);
    }

    private static ApplyView view() {
        return _get(ApplyView.class);
    }

    private static TextField namespace() {
        return _get(TextField.class, spec -> spec.withLabel("Namespace"));
    }
}
