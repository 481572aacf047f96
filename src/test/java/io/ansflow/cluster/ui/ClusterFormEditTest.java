package io.ansflow.cluster.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.ansflow.cluster.ClusterBuilder.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import io.ansflow.base.ClusterId;
import io.ansflow.cluster.ClusterDraft;
import io.ansflow.testing.Input;
import io.ansflow.testing.Screen;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The form of a cluster that is registered already. */
class ClusterFormEditTest extends ClusterFormTest {

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
