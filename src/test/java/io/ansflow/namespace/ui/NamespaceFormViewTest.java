package io.ansflow.namespace.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.operation.ItemState;
import io.ansflow.operation.OperationId;
import io.ansflow.security.Role;
import io.ansflow.testing.Screen;
import org.junit.jupiter.api.Test;

/** Creating a namespace in several clusters. */
class NamespaceFormViewTest extends NamespaceFormTest {
    @Test
    void asks_every_cluster_first_and_then_once_more_the_person() {
        open("namespaces/new");
        choose(1, 2);
        type("Name", "shop");

        press("Create …");

        eventually(() -> assertThat(dialog().getHeaderTitle()).isEqualTo("Create namespace shop"));
        assertThat(namespaces.changes).containsExactlyInAnyOrder("rehearse shop in 1", "rehearse shop in 2");
        assertThat(Screen.text(dialog())).contains("alpha", "Testing", "beta", "Production", "Would be created");
        _click(button(dialog(), "Create in 2 clusters"));

        assertThat(namespaces.changes).last().isEqualTo("create shop in [1, 2]");
        assertThat(screen()).contains("0 of 2 ended", "shop in alpha", "shop in beta");
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref))
                .contains("namespaces/1/shop", "namespaces/2/shop");
    }

    @Test
    void a_result_for_each_cluster_and_another_try_of_what_failed() {
        create("shop", 1, 2);
        OperationId id = new OperationId(1);

        operations.move(id, 0, ItemState.DONE, null);
        operations.move(id, 1, ItemState.FAILED, ClusterFailure.of(FailureCode.FORBIDDEN, "create", "namespaces"));

        eventually(() -> assertThat(screen()).contains("1 of 2 failed"));
        press("Try the failed ones again");
        assertThat(operations.calls()).containsExactly("retry 1");
    }

    @Test
    void a_refusal_shows_in_the_form_before_anything_happens() {
        namespaces.refusing(2, ClusterFailure.because(FailureCode.REFUSED, "webhook", "namespaces/shop", MARKUP));
        open("namespaces/new");
        choose(1, 2);
        type("Name", "shop");

        press("Create …");

        eventually(() -> assertThat(Screen.text(_get(RehearsalPanel.class)))
                .contains("alpha", "Would be created", "beta", "An admission webhook refuses", MARKUP));
        assertThat(_find(Dialog.class)).isEmpty();
        assertThat(namespaces.drafts).isEmpty();

        press("Create …");
        assertThat(Screen.text(dialog())).contains("Where it is refused nothing is created");
    }

    @Test
    void nobody_loses_what_was_entered_by_a_click() {
        open("namespaces/new");
        type("Name", "shop");

        open("clusters");

        assertThat(_find(NamespaceFormView.class)).hasSize(1);
        confirmLeaving();
        assertThat(_find(NamespaceFormView.class)).isEmpty();
    }

    @Test
    void viewers_do_not_come_here() {
        logIn(Role.VIEWER);

        open("namespaces/new");

        assertThat(_find(NamespaceFormView.class)).isEmpty();
    }
}
