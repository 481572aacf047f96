package io.ansflow.workload.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextArea;
import io.ansflow.base.ClusterId;
import io.ansflow.base.Text;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.operation.Permission;
import io.ansflow.operation.Target;
import io.ansflow.security.Role;
import io.ansflow.testing.Input;
import io.ansflow.testing.Screen;
import io.ansflow.workload.ManifestPlan;
import io.ansflow.workload.Manifests.Applied;
import io.ansflow.workload.WorkloadAction;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class YamlPanelTest extends WorkloadUiTest {
    private static final String YAML = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n";
    private static final Target WEB = new Target(new ClusterId(1), "configmaps", "shop", "web", "uid-web");

    @Test
    void shows_the_object_as_text() {
        manifests.yaml("data: " + MARKUP, "");

        Component panel = open(Role.VIEWER, "configmaps");

        eventually(() -> assertThat(Screen.text(panel)).contains("data: " + MARKUP));
        assertThat(panel.getElement().getOuterHTML()).doesNotContain("<img src=x");
        assertThat(_find(panel, Button.class).stream().map(Button::getText)).containsExactly("Refresh", "Download");
    }

    @Test
    void what_cannot_be_read_says_why() {
        manifests.failing(ClusterFailure.of(FailureCode.FORBIDDEN, "get", "configmaps"));

        Component panel = open(Role.OPERATOR, "configmaps");

        eventually(() -> assertThat(Screen.text(panel)).contains("FORBIDDEN"));
        assertThat(_find(panel, Button.class).stream().map(Button::getText)).containsExactly("Refresh");
    }

    @Test
    void the_values_of_a_secret_are_shown_to_an_operator_who_asks() {
        manifests.yaml("token: ••••••••", "token: aHVudGVyMg==");
        Component panel = open(Role.OPERATOR, "secrets");
        eventually(() -> assertThat(Screen.text(panel)).contains("••••••••"));

        press(panel, "Show values (is recorded)");
        eventually(() -> assertThat(Screen.text(panel)).contains("aHVudGVyMg=="));
        press(panel, "Hide values");

        eventually(() -> assertThat(Screen.text(panel)).contains("••••••••").doesNotContain("aHVudGVyMg=="));
        assertThat(manifests.asked)
                .containsExactly("yaml shop/secrets/web", "values shop/secrets/web", "yaml shop/secrets/web");
    }

    @Test
    void a_viewer_is_not_offered_the_values() {
        Component panel = open(Role.VIEWER, "secrets");

        eventually(() -> assertThat(Screen.text(panel)).contains("kind: ConfigMap"));
        assertThat(Screen.text(panel)).doesNotContain("Show values");
    }

    @Test
    void what_the_credential_may_not_change_cannot_be_edited() {
        workloads.permission(
                WorkloadAction.EDIT, new Permission.Denied(Text.of("operation.denied", "patch", "configmaps")));

        Component panel = open(Role.OPERATOR, "configmaps");

        eventually(() -> assertThat(button(panel, "Edit").isEnabled()).isFalse());
    }

    @Test
    void an_edit_is_judged_by_the_cluster_shown_as_a_diff_and_applied_on_confirmation() {
        Component panel = edit();
        manifests.plans(new ManifestPlan.Changes(1, WEB, "@@ -1,1 +1,1 @@\n-a: 1\n+a: " + MARKUP + "\n"));
        manifests.results(new Applied(1, WEB, Optional.empty()));
        assertThat(button(panel, "Apply …").isEnabled()).isFalse();

        press(panel, "Check");
        eventually(() -> assertThat(Screen.text(panel)).contains("Is changed", "-a: 1", "+a: " + MARKUP));
        press(panel, "Apply …");
        assertThat(Screen.text(dialog())).contains("Apply in alpha", "Testing", "New: 0. Changed: 1.");
        _click(button(dialog(), "Apply"));

        eventually(() -> assertThat(screen()).contains("web in alpha is as you wrote it"));
        eventually(() -> assertThat(_find(panel, TextArea.class)).isEmpty());
        assertThat(manifests.asked)
                .containsExactly(
                        "yaml shop/configmaps/web",
                        "plan in 1 shop: " + YAML.strip(),
                        "apply in 1 shop: " + YAML.strip(),
                        "yaml shop/configmaps/web");
    }

    @Test
    void fields_of_others_are_shown_with_their_owner_and_taken_over_on_purpose() {
        Component panel = edit();
        manifests.plans(new ManifestPlan.Refused(
                1,
                WEB,
                ClusterFailure.because(FailureCode.CONFLICT, "owner", "shop/configmaps/web", "helm", "data.a")));
        press(panel, "Check");
        eventually(() -> assertThat(Screen.text(panel)).contains("belong to helm: data.a"));
        assertThat(button(panel, "Apply …").isEnabled()).isFalse();

        manifests.plans(new ManifestPlan.Changes(1, WEB, "+a\n"));
        Input.tick(_get(panel, Checkbox.class), true);

        eventually(() -> assertThat(Screen.text(panel)).contains("Is changed"));
        assertThat(manifests.asked).last().asString().startsWith("plan in 1 shop by force");
        assertThat(button(panel, "Apply …").isEnabled()).isTrue();
    }

    @Test
    void what_was_not_applied_stays_with_its_reason() {
        Component panel = edit();
        manifests.plans(new ManifestPlan.Changes(1, WEB, "+a\n"));
        manifests.results(new Applied(
                1, WEB, Optional.of(ClusterFailure.of(FailureCode.INVALID, "shop/configmaps/web", "too long"))));
        press(panel, "Check");
        press(panel, "Apply …");
        _click(button(dialog(), "Apply"));

        eventually(() -> assertThat(Screen.text(panel)).contains("Not applied", "too long"));
        assertThat(_find(panel, TextArea.class)).hasSize(1);
        assertThat(button(panel, "Apply …").isEnabled()).isFalse();
    }

    @Test
    void another_text_needs_another_check() {
        Component panel = edit();
        manifests.plans(new ManifestPlan.Changes(1, WEB, "+a\n"));
        press(panel, "Check");
        eventually(() -> assertThat(button(panel, "Apply …").isEnabled()).isTrue());

        Input.type(_get(panel, TextArea.class), YAML + "data: {}\n");

        assertThat(button(panel, "Apply …").isEnabled()).isFalse();
        assertThat(Screen.text(panel)).doesNotContain("Is changed");
    }

    @Test
    void what_cannot_be_read_is_shown_with_its_line_while_typing() {
        Component panel = edit();

        Input.type(_get(panel, TextArea.class), YAML + "data:\n  a: [\n");

        assertThat(Screen.text(panel)).contains("column", "This is not valid YAML.");
        assertThat(button(panel, "Check").isEnabled()).isFalse();
    }

    private Component edit() {
        manifests.yaml(YAML, "");
        Component panel = open(Role.OPERATOR, "configmaps");
        eventually(() -> assertThat(Screen.text(panel)).contains("kind: ConfigMap"));
        press(panel, "Edit");
        return panel;
    }

    private Component open(Role role, String kind) {
        logIn(role);
        return show(application.getBean(YamlTab.class).content(resource(kind, "web")));
    }
}
