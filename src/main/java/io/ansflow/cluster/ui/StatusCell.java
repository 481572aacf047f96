package io.ansflow.cluster.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.ansflow.base.ui.RelativeAge;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.ClusterStatus;
import io.ansflow.cluster.ClusterStatus.RunningCheck;
import io.ansflow.kubernetes.Stage;
import java.util.List;

/** Whether a cluster can be reached, since when, and why not; while a check is on its way, how far it has come. */
class StatusCell extends Div {
    StatusCell(ClusterStatus status) {
        Div first = new Div(ClusterBadges.reachability(status.reachability()));
        first.addClassName("cell-line");
        if (status.since() != null) {
            RelativeAge since = RelativeAge.lasting(status.since(), "cluster.since");
            since.addClassName("secondary");
            first.add(since);
        }
        add(first);
        if (status.running() != null) {
            add(progress(status.running()));
        } else if (!status.failures().isEmpty()) {
            String reason = FailureText.message(status.failures().getFirst());
            Span sentence = new Span(reason);
            sentence.addClassNames("secondary", "reason");
            sentence.setTitle(reason);
            add(sentence);
        }
        addClassNames("cell", "status-cell");
    }

    private static Div progress(RunningCheck check) {
        Stage stage = check.stage();
        String words = stage == null
                ? Translated.of("cluster.check.waiting")
                : Translated.of("cluster.check.running", Translated.of("stage." + stage));
        ProgressBar bar = new ProgressBar(
                0,
                Stage.values().length,
                stage == null ? 0 : List.of(Stage.values()).indexOf(stage) + 0.5);
        bar.setIndeterminate(stage == null);
        bar.getElement().setAttribute("aria-label", words);
        Span text = new Span(words);
        text.addClassName("secondary");
        Div progress = new Div(text, bar);
        progress.addClassName("check-progress");
        return progress;
    }
}
