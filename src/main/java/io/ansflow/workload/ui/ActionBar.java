package io.ansflow.workload.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Translated;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.operation.Permission;
import io.ansflow.operation.Target;
import io.ansflow.operation.ui.ActionButton;
import io.ansflow.operation.ui.Calls;
import io.ansflow.operation.ui.Subject;
import io.ansflow.workload.WorkloadAction;
import io.ansflow.workload.WorkloadState;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** What can be done to an object, and how the last change to it goes on. */
class ActionBar extends Div {
    private static final Map<WorkloadAction, Icon> ICONS = new EnumMap<>(Map.of(
            WorkloadAction.SCALE, Icon.SCALE,
            WorkloadAction.RESTART, Icon.REFRESH,
            WorkloadAction.PAUSE, Icon.PAUSE,
            WorkloadAction.ROLL_BACK, Icon.HISTORY,
            WorkloadAction.SUSPEND, Icon.PAUSE,
            WorkloadAction.RUN_NOW, Icon.PLAY,
            WorkloadAction.CORDON, Icon.PAUSE,
            WorkloadAction.AUTOSCALE, Icon.AUTOSCALE,
            WorkloadAction.DELETE, Icon.TRASH));

    private final transient Subject subject;
    private final transient WorkloadServices services;
    private final Map<WorkloadAction, ActionButton> buttons = new EnumMap<>(WorkloadAction.class);
    private final RolloutProgress rollout;
    private transient @Nullable WorkloadState state;

    ActionBar(Subject subject, WorkloadServices services) {
        this.subject = subject;
        this.services = services;
        this.rollout = new RolloutProgress(services.rollouts());
        Div row = new Div();
        row.addClassName("action-row");
        Set<WorkloadAction> offered =
                services.actions().offered(subject.target().kind());
        ICONS.forEach((action, icon) -> {
            if (offered.contains(action)) {
                ActionButton button =
                        new ActionButton(icon, Translated.of("workload.action." + action), () -> press(action));
                button.hold(Toggle.of(action).isPresent());
                buttons.put(action, button);
                row.add(button);
            }
        });
        addClassName("action-bar");
        add(row, rollout);
    }

    /** What the cluster says about the buttons. */
    private record Known(
            Map<WorkloadAction, Permission> permitted,
            @Nullable Answer<WorkloadState> state) {}

    @Override
    protected void onAttach(AttachEvent event) {
        look();
    }

    private void look() {
        boolean depends =
                buttons.keySet().stream().anyMatch(action -> Toggle.of(action).isPresent());
        Calls.run(
                this,
                busy -> {},
                () -> new Known(
                        services.actions().permitted(subject.target()),
                        depends ? services.workloads().state(subject.target()) : null),
                this::show);
    }

    private void show(Known known) {
        buttons.forEach(
                (action, button) -> button.permit(known.permitted().getOrDefault(action, new Permission.Unknown())));
        buttons.forEach((action, button) -> Toggle.of(action).ifPresent(toggle -> {
            switch (known.state()) {
                case null -> button.hold(true);
                case Answer.Got<WorkloadState>(WorkloadState now) -> show(button, toggle, now);
                case Answer.Failed<WorkloadState>(ClusterFailure failure) -> button.deny(failure);
            }
        }));
    }

    private void show(ActionButton button, Toggle toggle, WorkloadState now) {
        state = now;
        button.name(toggle.isStopped(now) ? Icon.PLAY : Icon.PAUSE, Translated.of(toggle.key(now) + ".action"));
    }

    private void press(WorkloadAction action) {
        dialog(action).open();
    }

    private Dialog dialog(WorkloadAction action) {
        return switch (action) {
            case SCALE -> new ScaleDialog(subject, services, this::changed);
            case RESTART -> plain("workload.restart", () -> services.workloads().restart(subject.target()));
            case ROLL_BACK -> new RollBackDialog(subject, services, this::changed);
            case RUN_NOW -> plain("workload.runNow", () -> services.workloads().runNow(subject.target()));
            case AUTOSCALE -> new AutoscalerDialog(subject, services);
            case DELETE -> new RemovalDialog(subject, services);
            case PAUSE, SUSPEND, CORDON -> toggle(Toggle.of(action).orElseThrow());
            case EDIT, LOGS, EVENTS -> throw new IllegalArgumentException("No button does this: " + action);
        };
    }

    private Dialog toggle(Toggle toggle) {
        WorkloadState seen = Objects.requireNonNull(state);
        return plain(toggle.key(seen), () -> toggle.turn(services.workloads(), seen));
    }

    private Dialog plain(String key, Callable<Answer<Target>> work) {
        return new PlainDialog(key, subject, work, this::changed);
    }

    private void changed(Target target) {
        rollout.follow(target);
        look();
    }
}
