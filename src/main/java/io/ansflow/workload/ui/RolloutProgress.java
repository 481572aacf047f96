package io.ansflow.workload.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.ansflow.base.ui.BackgroundTask;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.StatusBadge;
import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.ui.FailureText;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.operation.Target;
import io.ansflow.operation.ui.Calls;
import io.ansflow.workload.RolloutStatus;
import io.ansflow.workload.RolloutStatus.State;
import io.ansflow.workload.Rollouts;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows how a change to a workload is carried out, to its end, and what keeps it. */
class RolloutProgress extends Div {
    /** As long as a Deployment takes to give up by itself, unless it says otherwise. */
    static final Duration AT_MOST = Duration.ofMinutes(10);

    private static final Set<String> KINDS = Set.of("deployments", "statefulsets", "daemonsets");

    private final transient Rollouts rollouts;
    private final Div head = new Div();
    private final ProgressBar bar = new ProgressBar();
    private final Span numbers = new Span();
    private final UnorderedList obstacles = new UnorderedList();
    private final Div failure = new Div();
    private final Button close = new Button();
    private transient @Nullable BackgroundTask task;
    private transient @Nullable Following current;

    RolloutProgress(Rollouts rollouts) {
        this.rollouts = rollouts;
        addClassName("rollout");
        head.addClassName("rollout-head");
        numbers.addClassName("secondary");
        obstacles.addClassName("obstacles");
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.addClickListener(click -> close());
        getElement().setAttribute("role", "status");
        setVisible(false);
        add(head, bar, numbers, obstacles, failure, close);
    }

    /** Follows the workload from now on, if its kind has rollouts. Ends with the view, or when it is closed. */
    void follow(Target target) {
        close();
        if (!KINDS.contains(target.kind())) {
            return;
        }
        UI ui = getUI().orElseThrow();
        setVisible(true);
        head.removeAll();
        head.add(new Span(Translated.of("workload.rollout.starting", target.name())));
        bar.setIndeterminate(true);
        bar.setVisible(true);
        close.setText(Translated.of("workload.rollout.stop"));
        Following following = new Following(ui);
        task = Calls.ask(
                this, busy -> {}, () -> rollouts.follow(target, AT_MOST, following::saw), this::ended, this::failed);
        current = following;
    }

    /** What one look tells is shown as long as it is the one that people look at. */
    private final class Following {
        private final UI ui;

        Following(UI ui) {
            this.ui = ui;
        }

        void saw(RolloutStatus status) {
            var _ = ui.access(() -> {
                if (current == this) {
                    show(status);
                }
            });
        }
    }

    private void close() {
        if (task != null) {
            task.cancel();
            task = null;
        }
        current = null;
        numbers.setText("");
        obstacles.removeAll();
        failure.removeAll();
        setVisible(false);
    }

    private void ended(RolloutStatus status) {
        task = null;
        current = null;
        show(status);
        bar.setVisible(false);
        close.setText(Translated.of("workload.rollout.close"));
    }

    private void failed(ClusterFailure why) {
        task = null;
        current = null;
        bar.setVisible(false);
        failure.add(new FailureText(why));
        close.setText(Translated.of("workload.rollout.close"));
    }

    private void show(RolloutStatus status) {
        head.removeAll();
        head.add(badge(status));
        bar.setIndeterminate(status.wanted() == 0);
        if (status.wanted() > 0) {
            long done = Math.min(status.wanted(), Math.min(status.updated(), status.available()));
            bar.setValue((double) done / status.wanted());
        }
        numbers.setText(Translated.of(
                "workload.rollout.numbers",
                status.wanted(),
                status.updated(),
                status.ready(),
                status.available(),
                status.outdated()));
        obstacles.removeAll();
        status.obstacles().forEach(obstacle -> obstacles.add(new ListItem(Translated.of(obstacle))));
    }

    private static StatusBadge badge(RolloutStatus status) {
        State state = status.state();
        Tone tone = switch (state) {
            case PROGRESSING -> status.obstacles().isEmpty() ? Tone.INFO : Tone.WARNING;
            case COMPLETE -> Tone.SUCCESS;
            case PAUSED, TIMED_OUT -> Tone.WARNING;
            case STUCK -> Tone.ERROR;
            case GONE -> Tone.NEUTRAL;
        };
        Icon icon = switch (state) {
            case PROGRESSING -> status.obstacles().isEmpty() ? Icon.REFRESH : Icon.WARNING;
            case COMPLETE -> Icon.CHECK_CIRCLE;
            case PAUSED -> Icon.PAUSE;
            case TIMED_OUT -> Icon.CLOCK;
            case STUCK -> Icon.X_CIRCLE;
            case GONE -> Icon.QUESTION;
        };
        return new StatusBadge(tone, icon, Translated.of("workload.rollout." + state));
    }
}
