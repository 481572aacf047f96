package io.ansflow.workload.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Environment;
import io.ansflow.kubernetes.object.DeleteRequest.Propagation;
import io.ansflow.workload.Deletion;

/**
 * Asks before an object is deleted: what becomes of what it owns; of a pod, whether to wait for its node. In production its
 * name has to be typed, unless it is a pod, which comes again.
 */
class RemovalDialog extends ActionDialog {
    private final transient WorkloadServices services;
    private final RadioButtonGroup<Propagation> propagation = new RadioButtonGroup<>();
    private final Checkbox force = new Checkbox(Translated.of("workload.delete.force"));
    private final TextField name = new TextField();

    RemovalDialog(Subject subject, WorkloadServices services) {
        super("workload.delete", subject, Tone.ERROR);
        this.services = services;
        propagation.setLabel(Translated.of("workload.delete.propagation"));
        propagation.setItems(Propagation.values());
        propagation.setValue(Propagation.BACKGROUND);
        propagation.setItemLabelGenerator(choice -> Translated.of("workload.delete." + choice));
        propagation.addClassName("one-below-other");
        propagation.setVisible(!subject.isPod());
        force.setHelperText(Translated.of("workload.delete.force.help"));
        force.setVisible(subject.isPod());
        boolean typed = subject.cluster().environment() == Environment.PRODUCTION && !subject.isPod();
        name.setLabel(Translated.of("workload.delete.name", subject.target().name()));
        name.setVisible(typed);
        name.setWidthFull();
        name.setManualValidation(true);
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.getElement().setAttribute("autocomplete", "off");
        name.addValueChangeListener(change -> acceptable(subject.target().name().equals(change.getValue())));
        acceptable(!typed);
        explain(Translated.of(subject.isPod() ? "workload.delete.pod" : "workload.delete.text"));
        show(propagation, force, name);
    }

    @Override
    protected void confirmed() {
        Deletion how = new Deletion(propagation.getValue(), force.getValue());
        change(() -> services.workloads().delete(subject().target(), how), gone -> {});
    }
}
