package io.ansflow.workload.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.operation.InvalidInput;
import io.ansflow.operation.ui.ActionDialog;
import io.ansflow.operation.ui.Subject;
import io.ansflow.operation.ui.TakeOver;
import io.ansflow.workload.Autoscaler;
import java.util.Map;
import java.util.Optional;

/** Creates or changes the autoscaler of a workload. */
class AutoscalerDialog extends ActionDialog {
    private static final int CPU_PERCENT = 80;

    private final transient WorkloadServices services;
    private final IntegerField min = field("min", 1, "");
    private final IntegerField max = field("max", 1, "");
    private final IntegerField cpu = field("cpuPercent", 1, "%");
    private final IntegerField memory = field("memoryPercent", 1, "%");
    private final TakeOver takeOver = new TakeOver();
    private final Div found = new Div();
    private transient Optional<Autoscaler> before = Optional.empty();

    AutoscalerDialog(Subject subject, WorkloadServices services) {
        super("workload.autoscale", subject, Tone.INFO);
        this.services = services;
        Div fields = new Div(min, max, cpu, memory);
        fields.addClassName("field-grid");
        show(found, fields, takeOver);
    }

    private static IntegerField field(String name, int least, String unit) {
        IntegerField field = new IntegerField(Translated.of("workload.autoscale." + name));
        field.setMin(least);
        field.setManualValidation(true);
        if (!unit.isEmpty()) {
            field.setSuffixComponent(new Span(unit));
            field.setClearButtonVisible(true);
        }
        return field;
    }

    @Override
    protected void opened() {
        read(() -> services.autoscalers().of(subject().target()), this::show);
    }

    @Override
    protected void confirmed() {
        fields().values().forEach(field -> field.setInvalid(false));
        Autoscaler wanted = new Autoscaler(
                before.map(Autoscaler::name).orElse(subject().target().name()),
                number(min),
                number(max),
                cpu.getValue(),
                memory.getValue(),
                before.map(Autoscaler::current).orElse(null),
                before.map(Autoscaler::otherMetrics).orElse(0));
        boolean force = takeOver.getValue();
        change(() -> services.autoscalers().save(subject().target(), wanted, force), saved -> {});
    }

    @Override
    protected void failed(ClusterFailure failure) {
        super.failed(failure);
        takeOver.offer(failure);
    }

    @Override
    protected void refused(InvalidInput input) {
        IntegerField field = fields().get(input.field());
        if (field == null) {
            super.refused(input);
        } else {
            field.setErrorMessage(Translated.of(input.text()));
            field.setInvalid(true);
            field.focus();
        }
    }

    private Map<String, IntegerField> fields() {
        return Map.of("min", min, "max", max, "cpuPercent", cpu, "memoryPercent", memory);
    }

    /** Nothing entered is as wrong as 0. */
    private static int number(IntegerField field) {
        Integer value = field.getValue();
        return value == null ? 0 : value;
    }

    private void show(Optional<Autoscaler> autoscaler) {
        before = autoscaler;
        found.removeAll();
        autoscaler.ifPresentOrElse(
                known -> {
                    min.setValue(known.min());
                    max.setValue(known.max());
                    cpu.setValue(known.cpuPercent());
                    memory.setValue(known.memoryPercent());
                    found.add(new Paragraph(Translated.of("workload.autoscale.found", known.name())));
                    if (known.otherMetrics() > 0) {
                        found.add(new Paragraph(Translated.of("workload.autoscale.others", known.otherMetrics())));
                    }
                },
                () -> {
                    min.setValue(1);
                    cpu.setValue(CPU_PERCENT);
                    found.add(new Paragraph(Translated.of("workload.autoscale.new")));
                });
        acceptable(true);
    }
}
