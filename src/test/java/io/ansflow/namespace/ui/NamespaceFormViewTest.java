package io.ansflow.namespace.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import io.ansflow.base.ClusterId;
import io.ansflow.base.Messages;
import io.ansflow.base.Text;
import io.ansflow.cluster.Cluster;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.namespace.NamespaceDraft;
import io.ansflow.operation.InvalidInput;
import io.ansflow.operation.ItemState;
import io.ansflow.operation.OperationId;
import io.ansflow.security.Role;
import io.ansflow.testing.Input;
import io.ansflow.testing.Screen;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.access.AccessDeniedException;

/** Creating a namespace in several clusters. */
class NamespaceFormViewTest extends NamespaceUiTest {

    @BeforeEach
    void logIn() {
        logIn(Role.OPERATOR);
    }

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
    void all_that_was_entered_is_wanted() {
        open("namespaces/new");
        choose(1);
        type("Name", "shop");
        press("Add label");
        pair(0, "team", "web");
        press("Add annotation");
        pair(1, "owner", "李雷");
        type("CPU (cores)", "2");
        type("Memory", "4Gi");
        type("Storage", "10Gi");
        type("Number of pods", "5");
        type("Default CPU request", "100m");
        type("Highest memory limit", "1Gi");
        press("Create …");
        eventually(() -> assertThat(_find(Dialog.class)).hasSize(1));
        _click(button(dialog(), "Create in one cluster"));

        NamespaceDraft draft = namespaces.drafts.getFirst();
        assertThat(draft.labels()).isEqualTo(Map.of("team", "web"));
        assertThat(draft.annotations()).isEqualTo(Map.of("owner", "李雷"));
        assertThat(draft.quota().cpu()).hasToString("2");
        assertThat(draft.quota().memory()).hasToString("4Gi");
        assertThat(draft.quota().storage()).hasToString("10Gi");
        assertThat(draft.quota().pods()).hasToString("5");
        assertThat(draft.limits().defaultRequest().cpu()).hasToString("100m");
        assertThat(draft.limits().max().memory()).hasToString("1Gi");
    }

    @ParameterizedTest
    @CsvSource({
        "Shop, Only lower-case letters., 只能使用小写字母。",
        "shop_1, 'Only the letters a to z, digits and -.', 只能包含字母 a–z、数字和 -。",
        "-shop, It starts and ends with a letter or digit., 必须以字母或数字开头和结尾。"
    })
    void a_name_that_is_none_is_refused_while_typing(String name, String english, String chinese) {
        open("namespaces/new");
        type("Name", name);
        assertThat(field("Name").isInvalid()).isTrue();
        assertThat(field("Name").getErrorMessage()).isEqualTo(english);

        speak(Messages.CHINESE);
        open("namespaces");
        confirmLeaving();
        open("namespaces/new");
        type("名称", name);
        assertThat(field("名称").getErrorMessage()).isEqualTo(chinese);
    }

    @Test
    void nothing_is_asked_while_something_is_missing_or_wrong() {
        open("namespaces/new");
        press("Create …");
        assertThat(_get(MultiSelectComboBox.class).isInvalid()).isTrue();
        assertThat(field("Name").getErrorMessage()).isEqualTo("A namespace needs a name.");

        choose(1);
        type("Name", "shop");
        type("Memory", "much");
        type("Number of pods", "1.5");
        press("Create …");

        assertThat(field("Memory").getErrorMessage()).isEqualTo("An amount such as 2, 500m or 1.5Gi.");
        assertThat(field("Number of pods").getErrorMessage()).isEqualTo("A whole number.");
        assertThat(namespaces.changes).isEmpty();
    }

    @Test
    void labels_that_are_none_are_refused_while_typing() {
        open("namespaces/new");
        press("Add label");
        pair(0, "-team", "web");
        assertThat(screen()).contains("\"-team\" is not a key");

        pair(0, "team", "a b");
        assertThat(screen()).contains("\"a b\" is not a value of a label");

        pair(0, "team", "web");
        press("Add label");
        pair(1, "team", "shop");
        assertThat(screen()).contains("The key \"team\" stands here twice.");
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
    void what_clusters_said_about_another_draft_is_forgotten() {
        open("namespaces/new");
        choose(1);
        type("Name", "shop");
        press("Check");
        eventually(() -> assertThat(Screen.text(_get(RehearsalPanel.class))).contains("Would be created"));

        type("Name", "shop-2");

        assertThat(Screen.text(_get(RehearsalPanel.class))).doesNotContain("Would be created");
    }

    @Test
    void what_the_service_refuses_is_blamed_on_its_field() {
        namespaces.invalid(new InvalidInput("limits.cpu", Text.of("namespace.limits.order")));
        open("namespaces/new");
        choose(1);
        type("Name", "shop");

        press("Check");

        eventually(() -> assertThat(field("Default CPU limit").isInvalid()).isTrue());
        assertThat(field("Default CPU limit").getErrorMessage()).contains("neither is more than the maximum");
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
    void what_the_service_refuses_at_the_very_end_is_blamed_on_its_field() {
        ask("shop", 1);
        namespaces.invalid(new InvalidInput("memory", Text.of("namespace.quota.negative")));

        _click(button(dialog(), "Create in one cluster"));

        assertThat(field("Memory").isInvalid()).isTrue();
        assertThat(namespaces.drafts).isEmpty();
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
    void viewers_do_not_come_here() {
        logIn(Role.VIEWER);

        open("namespaces/new");

        assertThat(_find(NamespaceFormView.class)).isEmpty();
    }

    private void ask(String name, long... ids) {
        open("namespaces/new");
        choose(ids);
        type("Name", name);
        press("Create …");
        eventually(() -> assertThat(_find(Dialog.class)).hasSize(1));
    }

    private void create(String name, long... ids) {
        ask(name, ids);
        _click(button(dialog(), "Create in " + ids.length + " clusters"));
    }

    @SuppressWarnings("unchecked") // of clusters
    private void choose(long... ids) {
        ((MultiSelectComboBox<Cluster>) _get(MultiSelectComboBox.class))
                .select(Arrays.stream(ids)
                        .mapToObj(id -> clusters.find(new ClusterId(id)).orElseThrow())
                        .toList());
    }

    private static void confirmLeaving() {
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
    }

    private static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    private static void type(String label, String text) {
        Input.type(field(label), text);
    }

    private static void pair(int place, String key, String value) {
        var keys = _find(TextField.class, spec -> spec.withPlaceholder("Key"));
        var values = _find(TextField.class, spec -> spec.withPlaceholder("Value"));
        Input.type(keys.get(place), key);
        Input.type(values.get(place), value);
    }
}
