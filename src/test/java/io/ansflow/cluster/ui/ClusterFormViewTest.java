package io.ansflow.cluster.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.ansflow.cluster.ClusterBuilder.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import io.ansflow.base.ClusterId;
import io.ansflow.cluster.ClusterDraft;
import io.ansflow.cluster.ClusterType;
import io.ansflow.cluster.Environment;
import io.ansflow.cluster.FakeClusters;
import io.ansflow.kubernetes.Stage;
import io.ansflow.testing.Input;
import io.ansflow.testing.Screen;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClusterFormViewTest extends ClusterFormTest {

    @Test
    void a_filled_form_becomes_a_draft() {
        UI.getCurrent().navigate(ClusterFormView.class);
        fillIn();
        Input.type(area("Description"), " of the web shop ");
        _get(GeneralFields.class).environment.setValue(Environment.PRODUCTION);
        _get(GeneralFields.class).type.setValue(ClusterType.K3S);
        _get(GeneralFields.class).defaultCluster.setValue(true);

        _click(button("Test connection"));

        eventually(() -> assertThat(clusters.tested)
                .containsExactly(new ClusterDraft(
                        "shop",
                        "of the web shop",
                        ClusterType.K3S,
                        Environment.PRODUCTION,
                        "default",
                        true,
                        "https://10.0.0.1:6443",
                        "token",
                        Map.of("token", "secret-token"),
                        true)));
    }

    @Test
    void a_test_shows_its_stages_and_what_it_found() {
        UI.getCurrent().navigate(ClusterFormView.class);
        fillIn();
        CountDownLatch goOn = new CountDownLatch(1);
        clusters.finding(progress -> {
            progress.entered(Stage.ADDRESS);
            progress.entered(Stage.TLS);
            goOn.await();
            return FakeClusters.connected();
        });

        _click(button("Test connection"));

        eventually(() -> assertThat(states()).containsEntry("Address", "done").containsEntry("TLS", "running"));
        assertThat(button("Save").isEnabled()).isFalse();

        goOn.countDown();

        eventually(() -> assertThat(Screen.text(_get(TestPanel.class)))
                .contains("Connected", "v1.33.2", "19 / 20", "395 / 410", "12 ms", "ansflow"));
        assertThat(states()).containsEntry("TLS", "done").containsEntry("Pods", "done");
        assertThat(button("Save").isEnabled()).isTrue();
    }

    @Test
    void a_failed_test_says_where_it_stopped_why_and_what_to_do() {
        UI.getCurrent().navigate(ClusterFormView.class);
        fillIn();
        clusters.finding(progress -> unreachable());

        _click(button("Test connection"));

        eventually(() -> assertThat(Screen.text(_get(TestPanel.class)))
                .contains("Unreachable", "10.0.0.1:6443", "CONNECTION_REFUSED"));
        assertThat(states())
                .containsEntry("Address", "done")
                .containsEntry("Connection", "failed")
                .containsEntry("TLS", "skipped");
    }

    @Test
    void a_running_test_can_be_cancelled() throws InterruptedException {
        UI.getCurrent().navigate(ClusterFormView.class);
        fillIn();
        clusters.finding(progress -> {
            progress.entered(Stage.TCP);
            new CountDownLatch(1).await();
            throw new AssertionError("never comes here");
        });
        _click(button("Test connection"));
        eventually(() -> assertThat(states()).containsEntry("Connection", "running"));

        _click(button("Cancel test"));

        assertThat(clusters.interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(Screen.text(_get(TestPanel.class))).contains("The test was cancelled.");
        assertThat(states()).containsEntry("Connection", "skipped");
        assertThat(button("Save").isEnabled()).isTrue();
    }

    @Test
    void leaving_the_form_ends_its_test() throws InterruptedException {
        UI.getCurrent().navigate(ClusterFormView.class);
        fillIn();
        clusters.finding(progress -> {
            progress.entered(Stage.TCP);
            new CountDownLatch(1).await();
            throw new AssertionError("never comes here");
        });
        _click(button("Test connection"));
        eventually(() -> assertThat(states()).containsEntry("Connection", "running"));

        ClusterNavigation.list();
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        assertThat(clusters.interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void saving_registers_the_cluster_and_returns_to_the_list() {
        UI.getCurrent().navigate(ClusterFormView.class);
        fillIn();

        _click(button("Save"));

        eventually(() -> assertThat(path()).isEqualTo("clusters"));
        assertThat(clusters.saved).hasSize(1);
    }

    @Test
    void a_double_click_registers_once() {
        UI.getCurrent().navigate(ClusterFormView.class);
        fillIn();
        CountDownLatch goOn = new CountDownLatch(1);
        clusters.finding(progress -> {
            goOn.await();
            return FakeClusters.connected();
        });
        Button save = button("Save");

        save.click();
        save.click();
        goOn.countDown();

        eventually(() -> assertThat(path()).isEqualTo("clusters"));
        assertThat(clusters.saved).hasSize(1);
    }

    @Test
    void an_unreachable_cluster_is_saved_only_if_the_person_insists() {
        UI.getCurrent().navigate(ClusterFormView.class);
        fillIn();
        clusters.finding(progress -> unreachable());

        _click(button("Save"));
        eventually(() -> assertThat(_find(ConfirmDialog.class)).hasSize(1));
        assertThat(clusters.saved).isEmpty();
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        eventually(() -> assertThat(path()).isEqualTo("clusters"));
        assertThat(clusters.saved).hasSize(1);
    }

    @Test
    void who_does_not_insist_stays_in_the_form() {
        UI.getCurrent().navigate(ClusterFormView.class);
        fillIn();
        clusters.finding(progress -> unreachable());

        _click(button("Save"));
        eventually(() -> assertThat(_find(ConfirmDialog.class)).hasSize(1));
        ConfirmDialogKt._fireCancel(_get(ConfirmDialog.class));

        assertThat(clusters.saved).isEmpty();
        assertThat(path()).isEqualTo("clusters/new");
        assertThat(Screen.text(_get(TestPanel.class))).contains("CONNECTION_REFUSED");
    }

    @Test
    void what_the_services_refuse_marks_its_field() {
        UI.getCurrent().navigate(ClusterFormView.class);
        fillIn();
        clusters.finding(progress -> {
            throw FakeClusters.refusal("name", "cluster.invalid.name.taken", "shop");
        });

        _click(button("Save"));

        eventually(() -> assertThat(text("Name").isInvalid()).isTrue());
        assertThat(text("Name").getErrorMessage()).isEqualTo("There is already a cluster named shop.");
        assertThat(clusters.saved).isEmpty();
    }

    @Test
    void nothing_is_tested_while_something_is_missing() {
        UI.getCurrent().navigate(ClusterFormView.class);

        _click(button("Test connection"));

        assertThat(clusters.tested).isEmpty();
        assertThat(text("Name").isInvalid()).isTrue();
        assertThat(text("API server address").getErrorMessage()).isEqualTo("Needed");
        assertThat(_get(PasswordField.class).getErrorMessage()).isEqualTo("Needed");
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

    @Test
    void editing_shows_the_cluster_but_not_its_secrets() {
        clusters.with(existing().insecure().build());
        edit();

        assertThat(text("Name").getValue()).isEqualTo("shop");
        assertThat(text("API server address").getValue()).isEqualTo("https://10.0.0.7:6443");
        assertThat(_get(PasswordField.class).getValue()).isEmpty();
        assertThat(_get(PasswordField.class).getPlaceholder()).isEqualTo("Stored; leave empty to keep");
        assertThat(Screen.text(_get(TlsSwitch.class))).contains("TLS unverified");
    }

    @Test
    void secrets_left_empty_are_not_sent() {
        clusters.with(existing().build());
        edit();
        Input.type(text("Name"), "shop 2");

        _click(button("Save"));

        eventually(() -> assertThat(clusters.saved).hasSize(1));
        assertThat(clusters.saved.getFirst().name()).isEqualTo("shop 2");
        assertThat(clusters.saved.getFirst().credentials()).isEmpty();
    }

    @Test
    void a_stored_ca_certificate_can_be_removed() {
        clusters.with(existing().build());
        edit();
        Checkbox remove = _find(Checkbox.class).stream()
                .filter(box -> "Remove the stored value".equals(box.getLabel()))
                .findFirst()
                .orElseThrow();

        remove.setValue(true);
        _click(button("Save"));

        eventually(() -> assertThat(clusters.saved).hasSize(1));
        assertThat(clusters.saved.getFirst().credentials()).isEqualTo(Map.of("caCertificate", ""));
    }

    @Test
    void another_method_has_nothing_stored() {
        clusters.with(existing().build());
        edit();

        selectMethod("certificate");

        assertThat(_find(TextArea.class).stream().map(TextArea::getPlaceholder))
                .doesNotContain("Stored; leave empty to keep");
    }

    @Test
    void one_form_after_the_other_saves_the_last_alone() {
        clusters.with(
                existing().build(), cluster(8, "mill").auth("token", "token").build());
        edit();

        ClusterNavigation.edit(new ClusterId(8));
        _click(button("Save"));

        eventually(() -> assertThat(path()).isEqualTo("clusters"));
        assertThat(clusters.saved).extracting(ClusterDraft::name).containsExactly("mill");
    }

    @Test
    void a_cluster_that_is_gone_is_not_found() {
        UI.getCurrent().navigate("clusters/99/edit");

        assertThat(_find(ClusterFormView.class)).isEmpty();
        assertThat(Screen.texts()).contains("Nothing here");
    }

    @Test
    void a_cluster_that_is_deleted_meanwhile_is_said_to_be_gone() {
        clusters.with(existing().build());
        edit();
        clusters.finding(progress -> {
            throw new java.util.NoSuchElementException();
        });

        _click(button("Save"));

        eventually(() -> assertThat(Screen.text(_get(TestPanel.class))).contains("deleted in the meantime"));
        NotificationsKt.clearNotifications();
    }
}
