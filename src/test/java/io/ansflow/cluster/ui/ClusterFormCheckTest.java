package io.ansflow.cluster.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
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

/** Testing the connection of what stands in the form. */
class ClusterFormCheckTest extends ClusterFormTest {

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
}
