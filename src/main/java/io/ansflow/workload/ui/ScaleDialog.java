package io.ansflow.workload.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.StatusBadge;
import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.operation.InvalidInput;
import io.ansflow.operation.Target;
import io.ansflow.operation.ui.ActionDialog;
import io.ansflow.operation.ui.Subject;
import io.ansflow.workload.Autoscaler;
import io.ansflow.workload.WorkloadState;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks for a number of replicas. What it was when it was decided about is the change's precondition. */
class ScaleDialog extends ActionDialog {
    private final transient WorkloadServices services;
    private final transient Consumer<Target> done;
    private final IntegerField replicas = new IntegerField(Translated.of("workload.scale.replicas"));
    private final Div scaledByItself = new Div();
    private int seen;

    ScaleDialog(Subject subject, WorkloadServices services, Consumer<Target> done) {
        super("workload.scale", subject, Tone.INFO);
        this.services = services;
        this.done = done;
        replicas.setMin(0);
        replicas.setStepButtonsVisible(true);
        replicas.setManualValidation(true);
        replicas.setValueChangeMode(ValueChangeMode.EAGER);
        replicas.setAutofocus(true);
        replicas.setEnabled(false);
        replicas.addValueChangeListener(change -> judge());
        show(replicas, scaledByItself);
    }

    private record Known(WorkloadState state, Optional<Autoscaler> autoscaler) {}

    @Override
    protected void opened() {
        look();
    }

    @Override
    protected void confirmed() {
        int wanted = replicas.getValue();
        change(() -> services.workloads().scale(subject().target(), seen, wanted), done);
    }

    @Override
    protected void failed(ClusterFailure failure) {
        if (failure.code() == FailureCode.CONFLICT && "value".equals(failure.reason())) {
            look();
        }
        super.failed(failure);
    }

    @Override
    protected void refused(InvalidInput input) {
        replicas.setErrorMessage(Translated.of(input.text()));
        replicas.setInvalid(true);
    }

    private void look() {
        read(this::known, this::show);
    }

    private Answer<Known> known() {
        return services.workloads().state(subject().target()).then(state -> Answer.of(new Known(state, autoscaler())));
    }

    /** Only a warning hangs on it, so it may be unknown. */
    private Optional<Autoscaler> autoscaler() {
        return services.autoscalers().of(subject().target())
                        instanceof Answer.Got<Optional<Autoscaler>>(Optional<Autoscaler> found)
                ? found
                : Optional.empty();
    }

    private void show(Known known) {
        Integer now = known.state().replicas();
        seen = now == null ? 0 : now;
        replicas.setHelperText(Translated.of("workload.scale.now", seen));
        if (!replicas.isEnabled()) {
            replicas.setEnabled(true);
            replicas.setValue(seen);
        }
        scaledByItself.removeAll();
        known.autoscaler()
                .map(scaler -> new StatusBadge(
                        Tone.WARNING,
                        Icon.WARNING,
                        Translated.of("workload.scale.autoscaler", scaler.name(), scaler.min(), scaler.max())))
                .ifPresent(scaledByItself::add);
        judge();
    }

    private void judge() {
        Integer wanted = replicas.getValue();
        boolean negative = wanted != null && wanted < 0;
        replicas.setErrorMessage(Translated.of("workload.invalid.replicas"));
        replicas.setInvalid(negative);
        acceptable(wanted != null && !negative && wanted != seen);
    }
}
