package io.ansflow.namespace.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import io.ansflow.base.Text;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.namespace.NamespaceDetail;
import io.ansflow.namespace.NamespaceEdit;
import io.ansflow.operation.InvalidInput;
import io.ansflow.operation.ui.ActionButton;
import io.ansflow.security.Role;
import io.ansflow.testing.Input;
import io.ansflow.testing.Screen;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changing labels, annotations and quota of a namespace. */
class NamespaceEditDialogTest extends NamespaceUiTest {

    @BeforeEach
    void aNamespace() {
        namespaces.with(1, detail("shop", quota("ansflow", line("pods", "10", "9"), line("requests.cpu", "2", "1"))));
        logIn(Role.OPERATOR);
    }

    @Test
    void writes_what_was_changed_and_nothing_else() {
        edit();
        assertThat(Screen.text(dialog())).contains("alpha", "Testing", "namespaces/shop");
        assertThat(field("Number of pods").getValue()).isEqualTo("10");
        assertThat(field("CPU (cores)").getValue()).isEqualTo("2");

        Input.type(_find(TextField.class, spec -> spec.withPlaceholder("Value")).getFirst(), "web");
        press(dialog(), "Save");

        eventually(() -> assertThat(namespaces.edits).hasSize(1));
        NamespaceEdit edit = namespaces.edits.getFirst();
        assertThat(edit.seen().resourceVersion()).isEqualTo("1");
        assertThat(edit.labels()).isEqualTo(Map.of("team", "web", "tier", "front"));
        assertThat(edit.annotations()).isEqualTo(Map.of("owner", "李雷"));
        assertThat(edit.quota()).isEmpty();
        assertThat(edit.takeOver()).isFalse();
        eventually(() -> assertThat(_find(Dialog.class)).isEmpty());
        assertThat(screen()).contains("shop in alpha is saved");
    }

    @Test
    void a_quota_is_written_whole_once_a_part_of_it_is_changed() {
        edit();

        Input.type(field("Number of pods"), "20");
        Input.type(field("Memory"), "4Gi");
        press(dialog(), "Save");

        eventually(() -> assertThat(namespaces.edits).hasSize(1));
        assertThat(namespaces.edits.getFirst().quota()).hasValueSatisfying(quota -> {
            assertThat(quota.pods()).hasToString("20");
            assertThat(quota.memory()).hasToString("4Gi");
            assertThat(quota.cpu()).hasToString("2");
            assertThat(quota.storage()).isNull();
        });
    }

    @Test
    void a_conflict_shows_who_decided_and_is_taken_over_only_on_purpose() {
        namespaces.failing(ClusterFailure.because(
                FailureCode.CONFLICT, "owner", "namespaces/shop", "helm", ".metadata.labels.team"));
        edit();
        assertThat(_find(dialog(), Checkbox.class)).isEmpty();
        press(dialog(), "Save");
        eventually(() -> assertThat(Screen.text(dialog())).contains("belong to helm: .metadata.labels.team"));
        namespaces.failing(null);

        Input.tick(_get(dialog(), Checkbox.class), true);
        press(dialog(), "Save");

        eventually(() -> assertThat(namespaces.changes).last().isEqualTo("edit shop in 1 by force"));
    }

    @Test
    void the_label_that_the_cluster_gives_by_itself_is_kept_and_not_shown() {
        namespaces.with(
                1,
                new NamespaceDetail(
                        "shop",
                        "uid-shop",
                        "1",
                        false,
                        Instant.EPOCH,
                        Map.of("kubernetes.io/metadata.name", "shop"),
                        Map.of(),
                        detail("x").quotas()));
        edit();
        assertThat(_find(dialog(), TextField.class, spec -> spec.withPlaceholder("Key")))
                .isEmpty();

        press(dialog(), "Save");

        eventually(() -> assertThat(namespaces.edits).hasSize(1));
        assertThat(namespaces.edits.getFirst().labels()).isEqualTo(Map.of("kubernetes.io/metadata.name", "shop"));
    }

    @Test
    void a_quota_that_cannot_be_read_is_left_alone() {
        namespaces.with(
                1,
                new NamespaceDetail(
                        "shop",
                        "uid-shop",
                        "1",
                        false,
                        Instant.EPOCH,
                        Map.of(),
                        Map.of(),
                        Answer.failed(ClusterFailure.of(FailureCode.FORBIDDEN, "list", "resourcequotas"))));
        edit();
        assertThat(Screen.text(dialog())).contains("FORBIDDEN");

        press(dialog(), "Save");

        eventually(() -> assertThat(namespaces.edits).hasSize(1));
        assertThat(namespaces.edits.getFirst().quota()).isEmpty();
    }

    @Test
    void what_is_wrong_cannot_be_saved() {
        edit();

        Input.type(field("Number of pods"), "many");

        assertThat(field("Number of pods").isInvalid()).isTrue();
        assertThat(button(dialog(), "Save").isEnabled()).isFalse();
    }

    @Test
    void what_the_service_refuses_is_blamed_on_its_field() {
        edit();
        namespaces.invalid(new InvalidInput("pods", Text.of("namespace.quota.negative")));

        press(dialog(), "Save");

        eventually(() -> assertThat(field("Number of pods").getErrorMessage()).isEqualTo("Not less than 0."));
        assertThat(_find(Dialog.class)).hasSize(1);
    }

    @Test
    void what_the_credential_may_not_do_is_a_button_with_the_reason() {
        permissions.deny("patch");

        open("namespaces/1/shop");

        eventually(() -> assertThat(_find(ActionButton.class))
                .first()
                .extracting(ActionButton::reason)
                .asString()
                .contains("patch"));
    }

    private void edit() {
        open("namespaces/1/shop");
        press("Edit");
        eventually(() -> assertThat(button(dialog(), "Save").isEnabled()).isTrue());
    }

    private static TextField field(String label) {
        return _get(dialog(), TextField.class, spec -> spec.withLabel(label));
    }
}
