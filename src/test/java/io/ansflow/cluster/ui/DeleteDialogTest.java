package io.ansflow.cluster.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.ansflow.cluster.ClusterBuilder.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyPressEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import io.ansflow.base.ClusterId;
import io.ansflow.cluster.Cluster;
import io.ansflow.security.Role;
import io.ansflow.testing.Input;
import io.ansflow.testing.Screen;
import io.ansflow.testing.UiTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeleteDialogTest extends UiTest {
    private final Cluster shop = cluster(7, "shop").build();

    @BeforeEach
    void openDialog() {
        logIn(Role.ADMINISTRATOR);
        clusters.with(shop);
        new DeleteDialog(shop, clusters).open();
    }

    @Test
    void says_that_the_cluster_itself_is_not_touched() {
        assertThat(Screen.text(_get(DeleteDialog.class))).contains("The cluster itself is not touched");
    }

    @Test
    void deletes_only_once_the_name_is_typed() {
        assertThat(delete().isEnabled()).isFalse();
        Input.type(_get(TextField.class), "sho");
        assertThat(delete().isEnabled()).isFalse();

        Input.type(_get(TextField.class), "shop");
        _click(delete());

        assertThat(clusters.find(new ClusterId(7))).isEmpty();
        assertThat(_find(DeleteDialog.class)).isEmpty();
    }

    @Test
    void enter_deletes_as_the_button_does_and_not_before() {
        Input.type(_get(TextField.class), "sho");
        press(Key.ENTER);
        assertThat(clusters.find(new ClusterId(7))).isPresent();

        Input.type(_get(TextField.class), "shop");
        press(Key.ENTER);

        assertThat(clusters.find(new ClusterId(7))).isEmpty();
    }

    @Test
    void a_cluster_that_was_renamed_meanwhile_stays() {
        Input.type(_get(TextField.class), "shop");
        clusters.with(cluster(7, "other").build());

        _click(delete());

        assertThat(clusters.find(new ClusterId(7))).isPresent();
        assertThat(_get(TextField.class).getErrorMessage()).contains("nothing was deleted");
    }

    @Test
    void a_cluster_that_is_gone_already_needs_no_deleting() {
        Input.type(_get(TextField.class), "shop");
        clusters.remove(new ClusterId(7));

        _click(delete());

        assertThat(_find(DeleteDialog.class)).isEmpty();
    }

    private static void press(Key key) {
        ComponentUtil.fireEvent(
                _get(TextField.class),
                new KeyPressEvent(_get(TextField.class), key.getKeys().getFirst()));
    }

    private static Button delete() {
        return _get(Button.class, spec -> spec.withText("Delete"));
    }
}
