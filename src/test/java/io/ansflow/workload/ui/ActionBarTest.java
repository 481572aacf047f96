package io.ansflow.workload.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import io.ansflow.base.Messages;
import io.ansflow.base.Text;
import io.ansflow.inventory.Resource;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.operation.Permission;
import io.ansflow.operation.ui.ActionButton;
import io.ansflow.security.Role;
import io.ansflow.testing.Screen;
import io.ansflow.workload.FakeWorkloads;
import io.ansflow.workload.RolloutStatus.State;
import io.ansflow.workload.WorkloadAction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionBarTest extends WorkloadUiTest {

    @ParameterizedTest
    @CsvSource({
        "deployments, Scale|Restart|Pause|Roll back|Autoscaler|Delete",
        "statefulsets, Scale|Restart|Autoscaler|Delete",
        "daemonsets, Restart|Delete",
        "cronjobs, Suspend|Run now|Delete",
        "nodes, Cordon|Delete",
        "pods, Delete",
        "configmaps, Delete",
        "namespaces, ''"
    })
    void offers_what_makes_sense_for_the_kind(String kind, String buttons) {
        ActionBar bar = open(resource(kind, "web"));

        assertThat(shown(bar))
                .containsExactlyElementsOf(List.of(buttons.split("\\|")).stream()
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    @Test
    void viewers_see_no_buttons() {
        logIn(Role.VIEWER);

        assertThat(application.getBean(WorkloadButtons.class).offer(resource("deployments", "web")))
                .isEmpty();
    }

    @Test
    void what_the_credential_may_not_do_is_disabled_and_says_why() {
        workloads.permission(
                WorkloadAction.SCALE,
                new Permission.Denied(Text.of("operation.denied", "update", "deployments/scale.apps")));
        workloads.permission(WorkloadAction.RESTART, new Permission.Unknown());

        ActionBar bar = open(resource("deployments", "web"));

        eventually(() -> assertThat(button(bar, "Scale").isEnabled()).isFalse());
        assertThat(reason(bar, "Scale")).contains("not allowed to \"update\" deployments/scale.apps");
        assertThat(button(bar, "Restart").isEnabled()).isTrue();
    }

    @Test
    void pausing_turns_into_resuming() {
        ActionBar bar = open(resource("deployments", "web"));
        press(bar, "Pause");
        _click(button(dialog(), "Pause"));

        eventually(() -> assertThat(shown(bar)).contains("Resume"));
        press(bar, "Resume");
        assertThat(Screen.text(dialog())).contains("Resume the rollouts of web");
        _click(button(dialog(), "Resume"));

        eventually(() -> assertThat(workloads.changes)
                .containsExactly("pause shop/deployments/web", "resume shop/deployments/web"));
    }

    @ParameterizedTest
    @CsvSource({
        "cronjobs, Suspend, suspend shop/cronjobs/web",
        "cronjobs, Run now, run shop/cronjobs/web",
        "nodes, Cordon, cordon nodes/web",
        "daemonsets, Restart, restart shop/daemonsets/web",
    })
    void does_what_the_button_says_once_it_is_confirmed(String kind, String action, String change) {
        ActionBar bar = open(resource(kind, "web"));

        press(bar, action);
        assertThat(workloads.changes).isEmpty();
        _click(button(dialog(), action));

        eventually(() -> assertThat(workloads.changes).containsExactly(change));
        eventually(WorkloadUiTest::assertNoDialog);
    }

    @ParameterizedTest
    @CsvSource({"cronjobs, Let go on", "nodes, Uncordon"})
    void what_is_stopped_can_go_on(String kind, String action) {
        workloads.stopped(true);

        ActionBar bar = open(resource(kind, "web"));

        eventually(() -> assertThat(button(bar, action).isEnabled()).isTrue());
    }

    @Test
    void as_long_as_the_state_cannot_be_read_nobody_can_turn_it() {
        workloads.unreadable(ClusterFailure.of(FailureCode.CONNECTION_REFUSED, "10.0.0.1:6443"));

        ActionBar bar = open(resource("deployments", "web"));

        eventually(() -> assertThat(reason(bar, "Pause")).contains("10.0.0.1:6443 refuses connections"));
        assertThat(button(bar, "Pause").isEnabled()).isFalse();
        assertThat(button(bar, "Restart").isEnabled()).isTrue();
    }

    @Test
    void a_restart_is_followed_to_its_end() {
        ActionBar bar = open(resource("deployments", "web"));
        press(bar, "Restart");
        _click(button(dialog(), "Restart"));

        workloads.seen.add(FakeWorkloads.rollout(
                State.PROGRESSING, 3, 1, Text.of("workload.obstacle.waiting", "2", "app", "ImagePullBackOff", MARKUP)));
        eventually(() -> assertThat(Screen.text(bar))
                .contains("Rolling out", "Wanted 3, updated 3, ready 1", "ImagePullBackOff", MARKUP));
        workloads.seen.add(FakeWorkloads.rollout(State.COMPLETE, 3, 3));

        eventually(() -> assertThat(Screen.text(bar)).contains("As wanted").doesNotContain("ImagePullBackOff"));
    }

    @Test
    void to_stop_looking_on_changes_nothing_in_the_cluster() {
        ActionBar bar = open(resource("deployments", "web"));
        press(bar, "Restart");
        _click(button(dialog(), "Restart"));
        eventually(() -> assertThat(workloads.followed).containsExactly("shop/deployments/web"));

        press(bar, "Stop looking on");

        eventually(() -> assertThat(workloads.followed).isEmpty());
        assertThat(_find(bar, RolloutProgress.class)).isEmpty();
        assertThat(workloads.changes).containsExactly("restart shop/deployments/web");
    }

    @Test
    void speaks_chinese() {
        speak(Messages.CHINESE);
        ActionBar bar = open(resource("deployments", "web"));
        press(bar, "重启");

        assertThat(Screen.text(dialog())).contains("重启 web", "alpha", "测试");
        _click(button(dialog(), "重启"));
        workloads.seen.add(FakeWorkloads.rollout(State.TIMED_OUT, 3, 1));

        eventually(() -> assertThat(Screen.text(bar)).contains("尚未完成，已停止跟踪", "期望 3"));
    }

    private ActionBar open(Resource resource) {
        logIn(Role.OPERATOR);
        Component bar =
                application.getBean(WorkloadButtons.class).offer(resource).orElseThrow();
        return (ActionBar) show(bar);
    }

    private static List<String> shown(ActionBar bar) {
        return _find(bar, Button.class).stream()
                .filter(button -> button.getParent().orElseThrow() instanceof ActionButton)
                .map(Button::getText)
                .toList();
    }

    private static String reason(ActionBar bar, String text) {
        ActionButton button = (ActionButton) button(bar, text).getParent().orElseThrow();
        return button.reason();
    }
}
