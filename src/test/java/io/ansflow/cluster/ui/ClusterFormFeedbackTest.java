package io.ansflow.cluster.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.internal.StateNode;
import io.ansflow.testing.Input;
import io.ansflow.testing.Screen;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What the form does so that nobody overlooks what it says. */
class ClusterFormFeedbackTest extends ClusterFormTest {
    private static final String OUTDATED = "Changed since this test";

    @Test
    void a_missing_token_gets_the_focus_as_it_may_be_out_of_sight() {
        UI.getCurrent().navigate(ClusterFormView.class);
        fillIn();
        PasswordField token = _get(PasswordField.class);
        Input.type(token, " ");
        Button save = button("Save");
        focused();

        _click(save);

        assertThat(token.isInvalid()).isTrue();
        assertThat(focused()).containsExactly(token.getElement().getNode());
    }

    @Test
    void an_address_that_cannot_be_used_gets_the_focus_before_what_stands_below_it() {
        UI.getCurrent().navigate(ClusterFormView.class);
        Input.type(text("Name"), "shop");
        Component server = text("API server address");
        Button save = button("Save");
        focused();

        _click(save);

        assertThat(focused()).containsExactly(server.getElement().getNode());
    }

    @Test
    void a_result_is_said_to_be_outdated_once_the_connection_is_changed() {
        UI.getCurrent().navigate(ClusterFormView.class);
        fillIn();
        clusters.finding(progress -> unreachable());
        _click(button("Test connection"));
        eventually(() -> assertThat(panel()).contains("Unreachable"));

        Input.type(text("Name"), "shop-2");
        assertThat(panel()).doesNotContain(OUTDATED);

        Input.type(text("API server address"), "https://10.0.0.2:6443");
        assertThat(panel()).contains(OUTDATED, "CONNECTION_REFUSED");

        Input.type(text("API server address"), "https://10.0.0.3:6443");
        assertThat(panel()).containsOnlyOnce(OUTDATED);

        _click(button("Test connection"));
        eventually(() -> assertThat(panel()).contains("Unreachable").doesNotContain(OUTDATED));
    }

    @Test
    void so_is_the_result_of_a_test_that_was_under_way() {
        UI.getCurrent().navigate(ClusterFormView.class);
        fillIn();
        CountDownLatch goOn = held();
        _click(button("Test connection"));

        Input.type(_get(PasswordField.class), "another-token");
        goOn.countDown();

        eventually(() -> assertThat(panel()).contains("Connected", OUTDATED));
    }

    private static String panel() {
        return Screen.text(_get(TestPanel.class));
    }

    /** What the browser was told to focus since this was asked last. */
    private static List<StateNode> focused() {
        var internals = UI.getCurrent().getInternals();
        internals.getStateTree().runExecutionsBeforeClientResponse();
        return internals.dumpPendingJavaScriptInvocations().stream()
                .filter(call -> call.getInvocation().getExpression().contains("focus"))
                .map(PendingJavaScriptInvocation::getOwner)
                .toList();
    }
}
