package io.ansflow.cluster.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.NotificationsKt;
import io.ansflow.base.ClusterId;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.Environment;
import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.auth.AuthMethods;
import io.ansflow.testing.Input;
import io.ansflow.testing.Screen;
import org.junit.jupiter.api.Test;

/** Two people have the form of one cluster open. */
class EditConflictTest extends ClusterFormTest {
    private static final ClusterId SHOP = new ClusterId(7);

    @Test
    void the_second_to_save_sees_what_the_first_changed_and_keeps_what_they_entered() {
        clusters.with(existing().build());
        edit();
        Input.type(area("Description"), "mine");
        anotherSaves("shop 2", "theirs", Environment.PRODUCTION);

        saveInVain();

        assertThat(Screen.text(_get(ConflictDialog.class)))
                .contains("shop was changed in the meantime")
                .contains("Name", "shop → shop 2", "Description", "– → theirs", "Development → Production")
                .doesNotContain("Type", "TLS verification", "Nothing that can be seen");
        assertThat(present().description()).isEqualTo("theirs");

        _click(button("Back to my input"));

        assertThat(_find(ConflictDialog.class)).isEmpty();
        assertThat(area("Description").getValue()).isEqualTo("mine");
        assertThat(Screen.text(_get(TestPanel.class))).contains("changed in the meantime");
        assertThat(button("Save").isEnabled()).isTrue();
    }

    @Test
    void the_present_state_can_be_loaded_instead() {
        clusters.with(existing().build());
        edit();
        Input.type(area("Description"), "mine");
        anotherSaves("shop 2", "theirs", Environment.DEVELOPMENT);
        saveInVain();

        _click(button("Discard it, load the present state"));

        assertThat(area("Description").getValue()).isEqualTo("theirs");
        assertThat(Screen.texts()).contains("Edit shop 2");
        Input.type(area("Description"), "agreed");
        _click(button("Save"));
        eventually(() -> assertThat(path()).isEqualTo("clusters"));
        assertThat(present().description()).isEqualTo("agreed");
        assertThat(present().name()).isEqualTo("shop 2");
    }

    @Test
    void who_looked_at_it_can_save_over_it() {
        clusters.with(existing().build());
        edit();
        Input.type(area("Description"), "mine");
        anotherSaves("shop 2", "theirs", Environment.DEVELOPMENT);
        saveInVain();

        _click(button("Save mine anyway"));

        eventually(() -> assertThat(path()).isEqualTo("clusters"));
        assertThat(present().name()).isEqualTo("shop");
        assertThat(present().description()).isEqualTo("mine");
    }

    @Test
    void what_is_changed_again_while_one_decides_is_shown_again() {
        clusters.with(existing().build());
        edit();
        Input.type(area("Description"), "mine");
        anotherSaves("shop", "theirs", Environment.DEVELOPMENT);
        saveInVain();
        anotherSaves("shop", "theirs again", Environment.DEVELOPMENT);

        _click(button("Save mine anyway"));

        eventually(() -> assertThat(Screen.text(_get(ConflictDialog.class))).contains("theirs → theirs again"));
        assertThat(present().description()).isEqualTo("theirs again");
    }

    @Test
    void a_change_that_cannot_be_seen_is_still_one() {
        clusters.with(existing().build());
        edit();
        clusters.with(existing().revision(1).build());

        saveInVain();

        assertThat(Screen.text(_get(ConflictDialog.class))).contains("perhaps the credential was replaced");
    }

    @Test
    void what_was_deleted_while_one_decides_is_said_to_be_gone() {
        clusters.with(existing().build());
        edit();
        Input.type(area("Description"), "mine");
        anotherSaves("shop", "theirs", Environment.DEVELOPMENT);
        saveInVain();
        clusters.remove(SHOP);

        _click(button("Save mine anyway"));

        eventually(() -> assertThat(Screen.text(_get(TestPanel.class))).contains("deleted in the meantime"));
        assertThat(area("Description").getValue()).isEqualTo("mine");
        NotificationsKt.clearNotifications();
    }

    private void saveInVain() {
        _click(button("Save"));
        eventually(() -> assertThat(_find(ConflictDialog.class)).hasSize(1));
    }

    /** In a form of their own, opened on the present state. */
    private void anotherSaves(String name, String description, Environment environment) {
        ClusterForm form = new ClusterForm(application.getBean(AuthMethods.class), present());
        GeneralFields general = _get(form, GeneralFields.class);
        general.name.setValue(name);
        general.description.setValue(description);
        general.environment.setValue(environment);
        clusters.change(present(), form.draft().orElseThrow(), false, CheckProgress.NONE);
    }

    private Cluster present() {
        return clusters.find(SHOP).orElseThrow();
    }
}
