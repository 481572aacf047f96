package io.ansflow.workload.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.ansflow.base.ui.Translated;
import io.ansflow.kubernetes.object.DeleteRequest.Propagation;
import io.ansflow.workload.BulkChanges.Change;
import io.ansflow.workload.Deletion;
import io.ansflow.workload.WorkloadAction;
import java.util.Optional;

/** What somebody wants to be done to each of many objects. */
abstract class BulkWish extends Div {
    BulkWish() {
        addClassName("action-content");
    }

    /** Empty while it makes no sense. */
    abstract Optional<Change> change();

    /**
     * @param kind of all of the objects
     * @param changed called when a preview of something else is wanted
     */
    static BulkWish of(WorkloadAction action, String kind, Runnable changed) {
        return switch (action) {
            case RESTART -> new Restart();
            case SCALE -> new Scale(changed);
            case DELETE -> new Delete(kind);
            case PAUSE, ROLL_BACK, SUSPEND, RUN_NOW, CORDON, AUTOSCALE, EDIT, LOGS, EVENTS ->
                throw new IllegalArgumentException("Not for many: " + action);
        };
    }

    private static class Restart extends BulkWish {
        Restart() {
            add(new Paragraph(Translated.of("workload.restart.text")));
        }

        @Override
        Optional<Change> change() {
            return Optional.of(new Change.Restart());
        }
    }

    private static class Scale extends BulkWish {
        private final IntegerField replicas = new IntegerField(Translated.of("workload.scale.replicas"));

        Scale(Runnable changed) {
            replicas.setMin(0);
            replicas.setStepButtonsVisible(true);
            replicas.setManualValidation(true);
            replicas.setValueChangeMode(ValueChangeMode.LAZY);
            replicas.setAutofocus(true);
            replicas.setHelperText(Translated.of("workload.bulk.replicas.help"));
            replicas.setErrorMessage(Translated.of("workload.invalid.replicas"));
            replicas.addValueChangeListener(change -> {
                replicas.setInvalid(change.getValue() != null && change.getValue() < 0);
                changed.run();
            });
            add(replicas);
        }

        @Override
        Optional<Change> change() {
            return replicas.getOptionalValue().filter(number -> number >= 0).map(Change.Scale::new);
        }
    }

    private static class Delete extends BulkWish {
        private final RadioButtonGroup<Propagation> propagation = new RadioButtonGroup<>();
        private final Checkbox force = new Checkbox(Translated.of("workload.delete.force"));

        Delete(String kind) {
            boolean pods = kind.equals("pods");
            propagation.setLabel(Translated.of("workload.delete.propagation"));
            propagation.setItems(Propagation.values());
            propagation.setValue(Propagation.BACKGROUND);
            propagation.setItemLabelGenerator(choice -> Translated.of("workload.delete." + choice));
            propagation.addClassName("one-below-other");
            propagation.setVisible(!pods);
            force.setHelperText(Translated.of("workload.delete.force.help"));
            force.setVisible(pods);
            add(new Paragraph(Translated.of(pods ? "workload.bulk.pods" : "workload.bulk.gone")), propagation, force);
        }

        @Override
        Optional<Change> change() {
            return Optional.of(new Change.Delete(new Deletion(propagation.getValue(), force.getValue())));
        }
    }
}
