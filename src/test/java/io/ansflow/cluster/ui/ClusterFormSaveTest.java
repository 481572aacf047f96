package io.ansflow.cluster.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import io.ansflow.cluster.ClusterDraft;
import io.ansflow.cluster.FakeClusters;
import io.ansflow.testing.Screen;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Saving what stands in the form. */
class ClusterFormSaveTest extends ClusterFormTest {

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
        CountDownLatch goOn = held();
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
    void who_saves_while_many_others_do_learns_that_nothing_was_saved_and_keeps_what_they_entered() {
        UI.getCurrent().navigate(ClusterFormView.class);
        fillIn();
        clusters.finding(progress -> {
            throw FakeClusters.tooManySaves();
        });

        _click(button("Save"));

        eventually(() -> assertThat(Screen.text(_get(TestPanel.class))).contains("Others were saving clusters"));
        assertThat(NotificationsKt.getNotifications())
                .singleElement()
                .satisfies(notification -> assertThat(Screen.text(notification))
                        .contains("Others were saving clusters in the same moment: nothing was saved. Save it again."));
        assertThat(text("Name").getValue()).isEqualTo("shop");
        clusters.finding(progress -> FakeClusters.connected());
        _click(button("Save"));
        eventually(() -> assertThat(path()).isEqualTo("clusters"));
        assertThat(clusters.saved).extracting(ClusterDraft::name).containsExactly("shop");
        assertThat(clusters.saved.getFirst().credentials()).containsEntry("token", "secret-token");
    }
}
