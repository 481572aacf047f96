package io.ansflow.workload.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.ansflow.base.Messages;
import io.ansflow.base.Text;
import io.ansflow.inventory.Kind;
import io.ansflow.inventory.KindId;
import io.ansflow.inventory.Resource;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.operation.ItemState;
import io.ansflow.operation.OperationId;
import io.ansflow.security.Role;
import io.ansflow.testing.Input;
import io.ansflow.testing.Screen;
import io.ansflow.workload.BulkChanges.Step;
import io.ansflow.workload.FakeBulk;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BulkDialogTest extends WorkloadUiTest {
    private static final Resource WEB = resource(1, "deployments", "shop", "web");
    private static final Resource API = resource(1, "deployments", "shop", "api");
    private static final Resource LIVE = resource(2, "deployments", "shop", "live");

    @Autowired
    FakeBulk bulk;

    @BeforeEach
    void logIn() {
        bulk.clear();
        logIn(Role.OPERATOR);
    }

    @Test
    void viewers_are_offered_nothing() {
        logIn(Role.VIEWER);

        assertThat(offered("deployments")).isEmpty();
    }

    @Test
    void operators_are_offered_what_makes_sense_for_the_kind() {
        assertThat(texts("deployments")).containsExactlyInAnyOrder("Scale", "Restart", "Delete");
        assertThat(texts("daemonsets")).containsExactlyInAnyOrder("Restart", "Delete");
        assertThat(texts("pods")).containsExactly("Delete");
        assertThat(offered("namespaces")).isEmpty();
    }

    @Test
    void the_preview_says_for_each_object_what_will_happen_or_why_not() {
        Resource paused = resource(1, "deployments", "shop", "paused");
        Resource locked = resource(1, "deployments", "shop", "locked");
        Resource gone = resource(2, "deployments", "shop", "gone");
        bulk.step(new Step.Skipped(ResourceTarget.of(paused), Text.of("workload.bulk.paused")));
        bulk.step(
                new Step.Refused(ResourceTarget.of(locked), Text.of("operation.denied", "patch", "deployments.apps")));
        bulk.step(
                new Step.Failed(ResourceTarget.of(gone), ClusterFailure.of(FailureCode.RESPONSE_TIMEOUT, "GET", "30")));

        ask("Restart", WEB, paused, locked, gone);

        eventually(() -> assertThat(Screen.text(dialog()))
                .contains("Changed: 1. Left alone: 1. Impossible: 2.")
                .containsSubsequence("alpha", "Testing", "shop/deployments/web", "Restart", "Left alone", "paused")
                .containsSubsequence("shop/deployments/locked", "Not allowed", "deployments.apps")
                .containsSubsequence("beta", "Production", "shop/deployments/gone", "Cannot be read"));
        _click(button(dialog(), "Restart 1"));
        eventually(() -> assertThat(bulk.started).containsExactly("Restart[] [shop/deployments/web]"));
    }

    @Test
    void every_production_cluster_that_changes_is_typed() {
        ask("Restart", WEB, LIVE);
        eventually(() -> assertThat(_find(dialog(), TextField.class)).hasSize(1));
        assertThat(_get(dialog(), TextField.class).getLabel()).isEqualTo("beta is production: type its name");
        assertThat(button(dialog(), "Restart 2").isEnabled()).isFalse();

        Input.type(_get(dialog(), TextField.class), "alpha");
        assertThat(button(dialog(), "Restart 2").isEnabled()).isFalse();
        Input.type(_get(dialog(), TextField.class), "beta");

        assertThat(button(dialog(), "Restart 2").isEnabled()).isTrue();
        assertThat(dialog().getElement().getOuterHTML()).contains("environment-production", "environment-testing");
    }

    @Test
    void scales_all_to_the_same_number() {
        ask("Scale", WEB, API);
        assertThat(button(dialog(), "Nothing to do").isEnabled()).isFalse();

        Input.type(_get(dialog(), IntegerField.class), "0");

        eventually(() -> assertThat(Screen.text(dialog())).contains("Replicas 2 → 0"));
        _click(button(dialog(), "Scale 2"));
        eventually(() -> assertThat(bulk.started)
                .containsExactly("Scale[replicas=0] [shop/deployments/web, shop/deployments/api]"));
    }

    @Test
    void a_negative_number_is_refused_in_the_language_of_the_reader() {
        for (var language : List.of(Messages.ENGLISH, Messages.CHINESE)) {
            speak(language);
            ask(language.equals(Messages.ENGLISH) ? "Scale" : "扩缩容", WEB);
            IntegerField replicas = _get(dialog(), IntegerField.class);

            Input.type(replicas, "-1");

            assertThat(replicas.isInvalid()).isTrue();
            assertThat(replicas.getErrorMessage())
                    .isEqualTo(language.equals(Messages.ENGLISH) ? "0 or more." : "不能小于 0。");
            assertThat(_find(dialog(), BulkPreview.class).getFirst().getChildren())
                    .isEmpty();
            dialog().close();
        }
    }

    @Test
    void too_many_are_refused_with_the_limit() {
        ask(
                "Restart",
                IntStream.range(0, 501)
                        .mapToObj(number -> resource(1, "deployments", "shop", "web-" + number))
                        .toArray(Resource[]::new));

        eventually(() -> assertThat(Screen.text(dialog())).contains("At most 500 objects at once."));
        assertThat(button(dialog(), "Nothing to do").isEnabled()).isFalse();
    }

    @Test
    void deletes_pods_by_force_on_purpose_only() {
        Resource pod = resource(1, "pods", "shop", "web-1");
        ask("Delete", pod);
        eventually(() -> assertThat(button(dialog(), "Delete 1").isEnabled()).isTrue());

        Input.tick(_get(dialog(), Checkbox.class), true);
        _click(button(dialog(), "Delete 1"));

        eventually(() -> assertThat(bulk.started)
                .containsExactly("Delete[how=Deletion[propagation=BACKGROUND, force=true]] [shop/pods/web-1]"));
    }

    @Test
    void what_was_started_is_followed_with_a_result_for_each() {
        ask("Restart", WEB, API);
        press(dialog(), "Restart 2");
        eventually(() -> assertThat(Screen.text(dialog())).contains("0 of 2 ended", "goes on when you close"));

        operations.move(new OperationId(1), 0, ItemState.DONE, null);
        operations.move(
                new OperationId(1), 1, ItemState.FAILED, ClusterFailure.of(FailureCode.FORBIDDEN, "patch", "x"));

        eventually(() -> assertThat(Screen.text(dialog())).contains("1 of 2 failed"));
        assertThat(_find(dialog(), Anchor.class).stream().map(Anchor::getHref)).contains("operations/1");
        _click(button(dialog(), "Close"));
        assertNoDialog();
    }

    private Optional<Component> offered(String kind, Resource... selected) {
        Set<Resource> resources = new LinkedHashSet<>(List.of(selected));
        return application
                .getBean(BulkButtons.class)
                .offer(new Kind(new KindId(kind), kind, true, List.of()), () -> resources);
    }

    private Set<String> texts(String kind) {
        return _find(show(offered(kind).orElseThrow()), Button.class).stream()
                .map(Button::getText)
                .collect(Collectors.toSet());
    }

    private void ask(String action, Resource... selected) {
        String kind = selected[0].key().kind().value();
        Component buttons = show(offered(kind, selected).orElseThrow());
        _click(button(buttons, action));
    }
}
