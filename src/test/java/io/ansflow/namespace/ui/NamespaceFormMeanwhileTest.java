package io.ansflow.namespace.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.notification.Notification;
import io.ansflow.base.ClusterId;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.testing.Screen;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** What happens while clusters are asked about a new namespace, or while the person is. */
class NamespaceFormMeanwhileTest extends NamespaceFormTest {
    @Test
    void a_question_about_what_is_not_wanted_any_longer_is_withdrawn() {
        ask("shop", 1);

        type("Name", "shop-2");

        assertThat(_find(Dialog.class)).isEmpty();
        assertThat(namespaces.drafts).isEmpty();
        press("Create …");
        eventually(() -> assertThat(dialog().getHeaderTitle()).isEqualTo("Create namespace shop-2"));
        _click(button(dialog(), "Create in one cluster"));
        assertThat(namespaces.changes).last().isEqualTo("create shop-2 in [1]");
    }

    @Test
    void a_second_click_creates_nothing_twice() {
        ask("shop", 1);
        Button yes = button(dialog(), "Create in one cluster");

        _click(yes);

        assertThat(yes.isEnabled()).isFalse();
        assertThat(namespaces.drafts).hasSize(1);
    }

    @Test
    void a_question_asked_twice_is_asked_once() {
        ask("shop", 1);

        press("Create …");

        assertThat(_find(Dialog.class)).hasSize(1);
    }

    @Test
    void whoever_leaves_while_clusters_are_asked_is_not_asked_any_more() {
        CountDownLatch answer = namespaces.hold();
        open("namespaces/new");
        choose(1);
        type("Name", "shop");
        press("Create …");
        eventually(() -> assertThat(namespaces.changes).hasSize(1));

        open("clusters");
        confirmLeaving();
        answer.countDown();
        MockVaadin.clientRoundtrip(false);

        assertThat(_find(NamespaceFormView.class)).isEmpty();
        assertThat(_find(Dialog.class)).isEmpty();
        assertThat(_find(Notification.class)).isEmpty();
        assertThat(namespaces.drafts).isEmpty();
    }

    @Test
    void whoever_leaves_takes_the_question_along() {
        ask("shop", 1);

        open("clusters");
        confirmLeaving();

        assertThat(_find(NamespaceFormView.class)).isEmpty();
        assertThat(_find(Dialog.class)).isEmpty();
        assertThat(namespaces.drafts).isEmpty();
    }

    @Test
    void a_cluster_that_went_meanwhile_is_told_of_like_any_other() {
        open("namespaces/new");
        choose(1, 2);
        type("Name", "shop");
        clusters.remove(new ClusterId(1));
        namespaces.refusing(1, ClusterFailure.because(FailureCode.NOT_FOUND, "cluster"));

        press("Create …");

        eventually(() -> assertThat(Screen.text(_get(RehearsalPanel.class)))
                .contains("alpha", "The cluster is not registered any longer.", "beta"));
        press("Create …");
        _click(button(dialog(), "Create in 2 clusters"));
        assertThat(screen()).contains("0 of 2 ended");
    }

    @Test
    void a_right_that_was_lost_meanwhile_is_told_as_such() {
        namespaces.mistaken(new AccessDeniedException("not any more"));
        open("namespaces/new");
        choose(1);
        type("Name", "shop");

        press("Check");

        await().pollInSameThread()
                .untilAsserted(() -> assertThatThrownBy(() -> MockVaadin.clientRoundtrip(false))
                        .hasRootCauseInstanceOf(AccessDeniedException.class)
                        .hasCauseInstanceOf(AccessDeniedException.class));
        assertThat(button(UI.getCurrent(), "Check").isEnabled()).isTrue();
    }

    @Test
    void what_clusters_said_about_another_draft_is_forgotten() {
        open("namespaces/new");
        choose(1);
        type("Name", "shop");
        press("Check");
        eventually(() -> assertThat(Screen.text(_get(RehearsalPanel.class))).contains("Would be created"));

        type("Name", "shop-2");

        assertThat(Screen.text(_get(RehearsalPanel.class))).doesNotContain("Would be created");
    }
}
