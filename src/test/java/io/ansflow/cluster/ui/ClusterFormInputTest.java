package io.ansflow.cluster.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.PasswordField;
import io.ansflow.testing.Input;
import io.ansflow.testing.Screen;
import org.junit.jupiter.api.Test;

/** What the form makes of input, before anything is asked. */
class ClusterFormInputTest extends ClusterFormTest {

    @Test
    void nothing_is_tested_while_something_is_missing() {
        UI.getCurrent().navigate(ClusterFormView.class);

        _click(button("Test connection"));

        assertThat(clusters.tested).isEmpty();
        assertThat(text("Name").isInvalid()).isTrue();
        assertThat(text("API server address").getErrorMessage()).isEqualTo("Required");
        assertThat(_get(PasswordField.class).getErrorMessage()).isEqualTo("Required");
    }

    @Test
    void a_name_that_cannot_be_one_is_marked_at_once() {
        UI.getCurrent().navigate(ClusterFormView.class);
        fillIn();
        Input.type(text("Name"), "<b>");

        _click(button("Test connection"));

        assertThat(text("Name").getErrorMessage()).startsWith("A name starts with a letter or digit");
        assertThat(clusters.tested).isEmpty();
    }

    @Test
    void an_address_without_https_is_marked_at_once() {
        UI.getCurrent().navigate(ClusterFormView.class);
        fillIn();

        Input.type(text("API server address"), "http://10.0.0.1:8080");

        assertThat(text("API server address").isInvalid()).isTrue();
        assertThat(text("API server address").getErrorMessage()).contains("https");
    }

    @Test
    void leaving_with_unsaved_changes_asks_first() {
        UI.getCurrent().navigate(ClusterFormView.class);
        fillIn();

        ClusterNavigation.list();
        assertThat(path()).isEqualTo("clusters/new");
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        assertThat(path()).isEqualTo("clusters");
    }

    @Test
    void leaving_an_untouched_form_asks_nothing() {
        UI.getCurrent().navigate(ClusterFormView.class);

        ClusterNavigation.list();

        assertThat(path()).isEqualTo("clusters");
    }

    @Test
    void switching_verification_off_has_to_be_confirmed_and_stays_visible() {
        UI.getCurrent().navigate(ClusterFormView.class);
        fillIn();
        Checkbox verify = _get(_get(TlsSwitch.class), Checkbox.class);

        Input.tick(verify, false);
        assertThat(verify.getValue()).isTrue();
        assertThat(Screen.text(_get(TlsSwitch.class))).doesNotContain("TLS unverified");

        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        assertThat(verify.getValue()).isFalse();
        assertThat(Screen.text(_get(TlsSwitch.class))).contains("TLS unverified");

        _click(button("Test connection"));
        eventually(() -> assertThat(clusters.tested).hasSize(1));
        assertThat(clusters.tested.getFirst().verifyTls()).isFalse();
    }

    @Test
    void verification_stays_on_if_switching_it_off_is_not_confirmed() {
        UI.getCurrent().navigate(ClusterFormView.class);
        Checkbox verify = _get(_get(TlsSwitch.class), Checkbox.class);

        Input.tick(verify, false);
        ConfirmDialogKt._fireCancel(_get(ConfirmDialog.class));

        assertThat(verify.getValue()).isTrue();
    }
}
