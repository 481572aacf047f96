package io.ansflow.workload.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Environment;
import io.ansflow.kubernetes.object.DeleteRequest.Propagation;
import io.ansflow.operation.ui.ActionDialog;
import io.ansflow.operation.ui.Subject;
import io.ansflow.operation.ui.TypedName;
import io.ansflow.workload.Deletion;

/**
 * Asks before an object is deleted: what becomes of what it owns; of a pod, whether to wait for its node. In production its
 * name has to be typed, unless it is a pod, which comes again.
 */
class RemovalDialog extends ActionDialog {
    private final transient WorkloadServices services;
    private final RadioButtonGroup<Propagation> propagation = new RadioButtonGroup<>();
    private final Checkbox force = new Checkbox(Translated.of("workload.delete.force"));
    private final TypedName name;

    RemovalDialog(Subject subject, WorkloadServices services) {
        super("workload.delete", subject, Tone.ERROR);
        this.services = services;
        propagation.setLabel(Translated.of("workload.delete.propagation"));
        propagation.setItems(Propagation.values());
        propagation.setValue(Propagation.BACKGROUND);
        propagation.setItemLabelGenerator(choice -> Translated.of("workload.delete." + choice));
        propagation.addClassName("one-below-other");
        boolean pod = subject.target().kind().equals("pods");
        propagation.setVisible(!pod);
        force.setHelperText(Translated.of("workload.delete.force.help"));
        force.setVisible(pod);
        boolean typed = subject.cluster().environment() == Environment.PRODUCTION && !pod;
        String wanted = subject.target().name();
        name = new TypedName(Translated.of("workload.delete.name", wanted), wanted, this::typed);
        name.setVisible(typed);
        acceptable(!typed);
        explain(Translated.of(pod ? "workload.delete.pod" : "workload.delete.text"));
        show(propagation, force, name);
    }

    private void typed() {
        acceptable(name.matches());
    }

    @Override
    protected void confirmed() {
        Deletion how = new Deletion(propagation.getValue(), force.getValue());
        change(() -> services.workloads().delete(subject().target(), how), gone -> {});
    }
}
