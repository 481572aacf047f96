package io.ansflow.workload.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.ansflow.base.Text;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.object.DeleteRequest.Propagation;
import io.ansflow.operation.InvalidInput;
import io.ansflow.operation.ui.Subject;
import io.ansflow.operation.ui.Whereabouts;
import io.ansflow.security.Role;
import io.ansflow.testing.Input;
import io.ansflow.testing.Screen;
import io.ansflow.workload.Autoscaler;
import io.ansflow.workload.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActionDialogsTest extends WorkloadUiTest {
    private final List<Object> done = new ArrayList<>();

    @BeforeEach
    void logIn() {
        logIn(Role.OPERATOR);
    }

    @Test
    void every_dialog_says_in_which_cluster_and_what_that_is_for() {
        new RemovalDialog(subject(2, "deployments", "web"), services()).open();

        assertThat(Screen.text(dialog())).contains("beta", "Production", "shop/deployments/web");
        assertThat(_get(dialog(), Whereabouts.class).getElement().getOuterHTML())
                .contains("environment-production");
    }

    @Test
    void scales_to_zero_from_what_was_seen() {
        scale();
        assertThat(replicas().getHelperText()).isEqualTo("Now: 2");
        assertThat(button(dialog(), "Scale").isEnabled()).isFalse();

        Input.type(replicas(), "0");
        _click(button(dialog(), "Scale"));

        eventually(() -> assertThat(workloads.changes).containsExactly("scale shop/deployments/web 2 → 0"));
        eventually(() -> assertThat(done).hasSize(1));
        assertNoDialog();
    }

    @Test
    void a_negative_number_is_refused_while_typing() {
        scale();

        Input.type(replicas(), "-1");

        assertThat(replicas().isInvalid()).isTrue();
        assertThat(button(dialog(), "Scale").isEnabled()).isFalse();
    }

    @Test
    void somebody_who_was_faster_is_shown_and_their_number_is_the_next_precondition() {
        scale();
        workloads.replicas(4);
        workloads.refusing(ClusterFailure.because(FailureCode.CONFLICT, "value", "shop/deployments/web", "2", "4"));
        Input.type(replicas(), "3");
        _click(button(dialog(), "Scale"));

        eventually(() -> assertThat(replicas().getHelperText()).isEqualTo("Now: 4"));
        assertThat(Screen.text(dialog())).contains("has the value 4 by now, not 2");
        workloads.refusing(null);
        press(dialog(), "Scale");

        eventually(() -> assertThat(workloads.changes).last().isEqualTo("scale shop/deployments/web 4 → 3"));
    }

    @Test
    void warns_that_an_autoscaler_will_undo_it() {
        workloads.autoscaler(new Autoscaler("web-scaler", 2, 9, 80, null, 2, 0));

        scale();

        assertThat(Screen.text(dialog())).contains("web-scaler scales it between 2 and 9");
    }

    @Test
    void what_cannot_be_read_cannot_be_scaled_and_says_what_to_do() {
        workloads.unreadable(ClusterFailure.of(FailureCode.FORBIDDEN, "get", "deployments"));
        new ScaleDialog(subject(1, "deployments", "web"), services(), done::add).open();

        eventually(() -> assertThat(Screen.text(dialog())).contains("FORBIDDEN"));
        assertThat(button(dialog(), "Scale").isEnabled()).isFalse();
    }

    @Test
    void a_failure_stays_in_the_dialog_with_its_remedy() {
        workloads.refusing(ClusterFailure.because(FailureCode.REFUSED, "webhook", "shop/deployments/web", MARKUP));
        scale();
        Input.type(replicas(), "5");
        _click(button(dialog(), "Scale"));

        eventually(() -> assertThat(Screen.text(dialog())).contains("An admission webhook refuses", MARKUP, "policy"));
        assertThat(dialog().getElement().getOuterHTML()).doesNotContain("<img src=x");
        assertThat(done).isEmpty();
        assertThat(button(dialog(), "Scale").isEnabled()).isTrue();
    }

    @Test
    void rolls_back_to_a_revision_chosen_by_its_images() {
        workloads.revisions(revision(3, true, "shop:3"), revision(1, false, MARKUP));
        new RollBackDialog(subject(1, "deployments", "web"), services(), done::add).open();
        eventually(() -> assertThat(_find(dialog(), RadioButtonGroup.class)).hasSize(1));
        assertThat(Screen.text(dialog())).contains("Revision 3", "current", "shop:3", "Revision 1", MARKUP);
        assertThat(button(dialog(), "Roll back").isEnabled()).isFalse();

        choose(revision(1, false, MARKUP));
        _click(button(dialog(), "Roll back"));

        eventually(() -> assertThat(workloads.changes).containsExactly("roll back shop/deployments/web to 1"));
    }

    @Test
    void without_an_earlier_revision_there_is_nothing_to_roll_back_to() {
        workloads.revisions(revision(1, true, "shop:1"));
        new RollBackDialog(subject(1, "deployments", "web"), services(), done::add).open();

        eventually(() -> assertThat(Screen.text(dialog())).contains("knows no earlier revision"));
        assertThat(button(dialog(), "Roll back").isEnabled()).isFalse();
    }

    @Test
    void deletes_with_what_is_to_become_of_what_it_owns() {
        new RemovalDialog(subject(1, "deployments", "web"), services()).open();

        choose(Propagation.ORPHAN);
        _click(button(dialog(), "Delete"));

        eventually(() -> assertThat(workloads.changes).containsExactly("delete shop/deployments/web ORPHAN"));
    }

    @Test
    void in_production_the_name_is_typed() {
        new RemovalDialog(subject(2, "deployments", "web"), services()).open();
        assertThat(button(dialog(), "Delete").isEnabled()).isFalse();

        Input.type(_get(dialog(), TextField.class), "web");

        assertThat(button(dialog(), "Delete").isEnabled()).isTrue();
    }

    @Test
    void a_pod_can_be_forgotten_without_its_node() {
        new RemovalDialog(subject(2, "pods", "web-1"), services()).open();
        assertThat(_find(dialog(), RadioButtonGroup.class)).isEmpty();
        assertThat(_find(dialog(), TextField.class)).isEmpty();

        Input.tick(_get(dialog(), Checkbox.class), true);
        _click(button(dialog(), "Delete"));

        eventually(() -> assertThat(workloads.changes).containsExactly("delete shop/pods/web-1 BACKGROUND by force"));
    }

    @Test
    void a_new_autoscaler_is_named_after_its_workload() {
        new AutoscalerDialog(subject(1, "deployments", "web"), services()).open();
        eventually(() -> assertThat(Screen.text(dialog())).contains("It has none yet"));

        Input.type(number("Most replicas"), "5");
        Input.type(number("Memory to aim at, of what is requested"), "70");
        press(dialog(), "Save");

        eventually(() -> assertThat(workloads.changes)
                .containsExactly("autoscale shop/deployments/web " + new Autoscaler("web", 1, 5, 80, 70, null, 0)));
    }

    @Test
    void an_autoscaler_that_is_there_is_changed_and_keeps_what_it_goes_by_besides() {
        workloads.autoscaler(new Autoscaler("scaler", 2, 9, null, 60, 3, 1));
        new AutoscalerDialog(subject(1, "deployments", "web"), services()).open();
        eventually(() -> assertThat(Screen.text(dialog())).contains("called scaler", "stay as they are: 1"));

        Input.type(number("Most replicas"), "12");
        press(dialog(), "Save");

        eventually(() -> assertThat(workloads.changes)
                .containsExactly("autoscale shop/deployments/web " + new Autoscaler("scaler", 2, 12, null, 60, 3, 1)));
    }

    @Test
    void fields_of_others_are_taken_over_only_on_purpose() {
        workloads.refusing(ClusterFailure.because(
                FailureCode.CONFLICT, "owner", "shop/horizontalpodautoscalers/web", "helm", "spec.maxReplicas"));
        new AutoscalerDialog(subject(1, "deployments", "web"), services()).open();
        press(dialog(), "Save");
        eventually(() -> assertThat(Screen.text(dialog())).contains("belong to helm: spec.maxReplicas"));
        workloads.refusing(null);

        Input.tick(_get(dialog(), Checkbox.class), true);
        press(dialog(), "Save");

        eventually(() -> assertThat(workloads.changes).last().asString().endsWith("by force"));
    }

    @Test
    void a_number_that_makes_no_sense_is_blamed_on_its_field() {
        workloads.invalid(new InvalidInput("max", Text.of("workload.autoscaler.max")));
        new AutoscalerDialog(subject(1, "deployments", "web"), services()).open();

        press(dialog(), "Save");

        eventually(() -> assertThat(number("Most replicas").getErrorMessage())
                .isEqualTo("Not less than the smallest number of replicas."));
        assertThat(number("Most replicas").isInvalid()).isTrue();
    }

    private void scale() {
        new ScaleDialog(subject(1, "deployments", "web"), services(), done::add).open();
        eventually(() -> assertThat(replicas().isEnabled()).isTrue());
    }

    private Subject subject(long cluster, String kind, String name) {
        var resource = resource(cluster, kind, "shop", name);
        return new Subject(clusters.find(resource.key().cluster()).orElseThrow(), ResourceTarget.of(resource));
    }

    private WorkloadServices services() {
        return application.getBean(WorkloadServices.class);
    }

    private static IntegerField replicas() {
        return _get(dialog(), IntegerField.class);
    }

    private static IntegerField number(String label) {
        return _get(dialog(), IntegerField.class, spec -> spec.withLabel(label));
    }

    @SuppressWarnings("unchecked") // of whatever it is that is chosen from
    private static void choose(Object value) {
        ((RadioButtonGroup<Object>) _get(dialog(), RadioButtonGroup.class)).setValue(value);
    }

    private static Revision revision(long number, boolean current, String image) {
        return new Revision(number, "web-" + number, Instant.EPOCH, List.of(image), "", 0, current);
    }
}
