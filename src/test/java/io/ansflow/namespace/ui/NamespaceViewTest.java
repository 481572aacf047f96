package io.ansflow.namespace.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.ansflow.inventory.ResourceBuilder.pod;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import io.ansflow.base.Messages;
import io.ansflow.base.Text;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.namespace.NamespaceDetail;
import io.ansflow.namespace.NamespaceEnd;
import io.ansflow.operation.ui.ActionButton;
import io.ansflow.operation.ui.Whereabouts;
import io.ansflow.security.Role;
import io.ansflow.testing.Input;
import io.ansflow.testing.Screen;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One namespace, and its way out. */
class NamespaceViewTest extends NamespaceUiTest {

    @BeforeEach
    void aNamespace() {
        inventory.with(
                namespace(1, "shop").build(),
                pod(1, "shop/web-1").build(),
                pod(1, "shop/web-2").build());
        namespaces.with(1, detail("shop", quota("ansflow", line("pods", "10", "9"), line("requests.cpu", "2", "1"))));
        namespaces.with(2, detail("shop"));
        namespaces.with(1, detail("kube-system"));
        logIn(Role.OPERATOR);
    }

    @Test
    void shows_it_as_its_cluster_has_it_now() {
        open("namespaces/1/shop");

        eventually(() -> assertThat(screen())
                .contains("shop", "alpha", "Testing", "Active", "team=shop", "tier=front", "owner", "李雷")
                .contains("ansflow", "pods", "9 of 10", "requests.cpu", "1 of 2", "uid-shop"));
    }

    @Test
    void links_to_what_is_in_it() {
        open("namespaces/1/shop");

        Anchor pods = _find(Anchor.class).stream()
                .filter(link -> Screen.text(link).contains("Pod"))
                .findFirst()
                .orElseThrow();
        assertThat(Screen.text(pods)).contains("2");
        assertThat(pods.getHref()).isEqualTo("resources?cluster=1&kind=pods&namespace=shop");
    }

    @Test
    void what_the_inventory_knows_is_shown_also_while_the_cluster_is_away() {
        namespaces.unreadable(1, "shop", ClusterFailure.of(FailureCode.CONNECT_TIMEOUT, "10.0.0.1:6443", "5"));

        open("namespaces/1/shop");

        eventually(() -> assertThat(screen()).contains("CONNECT_TIMEOUT"));
        assertThat(screen()).contains("Pod").contains("2");
        assertThat(deleteOffered()).isFalse();
    }

    @Test
    void viewers_see_no_buttons() {
        logIn(Role.VIEWER);

        open("namespaces/1/shop");

        eventually(() -> assertThat(screen()).contains("team=shop"));
        assertThat(_find(ActionButton.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"namespaces/99/shop", "namespaces/1/Shop", "namespaces/1/-"})
    void an_address_that_means_nothing_is_not_found(String path) {
        open(path);

        assertThat(_find(NamespaceView.class)).isEmpty();
    }

    @Test
    void deletes_what_was_seen_once_its_name_is_typed_and_follows_it_until_it_is_gone() {
        open("namespaces/1/shop");
        press("Delete");
        assertThat(Screen.text(dialog())).contains("alpha", "Testing", "Known to be in it: Pod 2.");
        assertThat(button(dialog(), "Delete").isEnabled()).isFalse();

        type("shop ");
        assertThat(button(dialog(), "Delete").isEnabled()).isFalse();
        type("shop");
        _click(button(dialog(), "Delete"));

        eventually(() -> assertThat(namespaces.changes).containsExactly("delete shop in 1 uid-shop"));
        eventually(() -> assertThat(screen()).contains("Terminating"));
        assertThat(deleteOffered()).isFalse();
        namespaces.ends.add(new NamespaceEnd.Terminating(
                List.of(Text.of("namespace.holder.content", "pods. has 2 resource instances " + MARKUP))));
        eventually(() -> assertThat(screen()).contains("There still is something in it: pods. has 2", MARKUP));
        namespaces.ends.add(new NamespaceEnd.Gone());
        eventually(() -> assertThat(screen()).contains("Gone").doesNotContain("There still is something"));
        assertThat(_find(Dialog.class)).isEmpty();
    }

    @Test
    void production_asks_twice() {
        open("namespaces/2/shop");
        press("Delete");
        type("shop");
        assertThat(_get(dialog(), Whereabouts.class).getElement().getOuterHTML())
                .contains("environment-production");

        _click(button(dialog(), "Delete"));

        assertThat(namespaces.changes).isEmpty();
        Dialog again = _get(
                Dialog.class,
                spec -> spec.withPredicate(dialog -> dialog.getHeaderTitle().contains("Production")));
        _click(button(again, "Delete all of it"));
        eventually(() -> assertThat(namespaces.changes).containsExactly("delete shop in 2 uid-shop in production"));
    }

    @Test
    void what_the_cluster_refuses_stays_in_the_dialog() {
        namespaces.failing(ClusterFailure.because(FailureCode.CONFLICT, "replaced", "namespaces/shop"));
        open("namespaces/1/shop");
        press("Delete");
        type("shop");
        _click(button(dialog(), "Delete"));

        eventually(() -> assertThat(Screen.text(dialog())).contains("CONFLICT"));
        assertThat(screen()).doesNotContain("Terminating");
    }

    @Test
    void what_the_credential_may_not_do_is_a_button_with_the_reason() {
        permissions.deny("delete");

        open("namespaces/1/shop");

        eventually(() -> assertThat(deletion().reason()).contains("delete", "namespaces"));
        assertThat(button(deletion(), "Delete").isEnabled()).isFalse();
    }

    @Test
    void system_namespaces_are_never_deleted() {
        open("namespaces/1/kube-system");

        eventually(() -> assertThat(deletion().reason()).contains("kube-system belongs to the cluster itself"));
        assertThat(button(deletion(), "Delete").isEnabled()).isFalse();
    }

    @Test
    void one_that_is_on_its_way_out_is_followed_when_it_is_opened() {
        namespaces.with(
                1,
                new NamespaceDetail(
                        "shop",
                        "uid-shop",
                        "2",
                        true,
                        Instant.EPOCH,
                        Map.of(),
                        Map.of(),
                        detail("x").quotas()));

        open("namespaces/1/shop");

        eventually(() -> assertThat(screen()).contains("Terminating", "looking at what is in it"));
        namespaces.ends.add(new NamespaceEnd.Gone());
        eventually(() -> assertThat(screen()).contains("Gone"));
    }

    @Test
    void one_that_is_not_there_is_said_to_be_gone() {
        open("namespaces/1/nowhere");

        eventually(() -> assertThat(screen()).contains("Gone", "NOT_FOUND").doesNotContain("What is in it"));
    }

    @Test
    void one_without_labels_says_so() {
        namespaces.with(
                1,
                new NamespaceDetail(
                        "bare",
                        "uid-bare",
                        "1",
                        false,
                        Instant.EPOCH,
                        Map.of(),
                        Map.of("owner", "李雷"),
                        Answer.of(List.of())));

        open("namespaces/1/bare");

        eventually(() -> assertThat(screen()).containsSubsequence("Labels", "None", "owner"));
    }

    @Test
    void speaks_chinese() {
        speak(Messages.CHINESE);
        open("namespaces/1/shop");
        eventually(() -> assertThat(screen()).contains("正常", "配额使用", "其中的资源", "9 / 10"));

        press("删除");

        assertThat(Screen.text(dialog())).contains("删除命名空间 shop", "请输入“shop”以确认", "已知其中有：Pod 2。");
    }

    private static ActionButton deletion() {
        return _find(ActionButton.class).stream()
                .filter(button -> Screen.text(button).contains("Delete"))
                .findFirst()
                .orElseThrow();
    }

    private static boolean deleteOffered() {
        return !_find(Button.class, spec -> spec.withText("Delete")).isEmpty();
    }

    private static void type(String text) {
        Input.type(_get(dialog(), TextField.class), text);
    }
}
