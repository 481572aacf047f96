package io.ansflow.workload.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.StatusBadge;
import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.ui.FailureText;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.object.LogEnd;
import io.ansflow.operation.Target;
import io.ansflow.operation.ui.ActionButton;
import io.ansflow.operation.ui.Calls;
import io.ansflow.workload.PodSummary;
import io.ansflow.workload.Pods;
import io.ansflow.workload.Pods.Found;
import org.jspecify.annotations.Nullable;

/** The logs of a pod, or of the pods of a workload: one container at a time, followed live. */
class LogPanel extends Div {
    private final transient Target target;
    private final transient Pods pods;
    private final ProgressBar progress = new ProgressBar();
    private final LogChoice choice;
    private final ActionButton pause;
    private final TextDownload download;
    private final Div state = new Div();
    private final Div outcome = new Div();
    private final LogScreen screen = new LogScreen();
    private final LogSearch search = new LogSearch(screen);
    private final Div log = new Div();
    private transient @Nullable LogReading reading;

    LogPanel(Target target, Pods pods) {
        this.target = target;
        this.pods = pods;
        this.choice = new LogChoice(target.kind().equals("pods"), this::read);
        this.pause = new ActionButton(Icon.PAUSE, Translated.of("workload.logs.pause"), this::pause);
        this.download = new TextDownload("log.txt", () -> reading == null ? "" : reading.text());
        progress.setIndeterminate(true);
        state.addClassName("log-state");
        state.getElement().setAttribute("role", "status");
        Div toolbar = new Div(
                pause, new ActionButton(Icon.REFRESH, Translated.of("workload.refresh"), this::load), download, state);
        toolbar.addClassName("tab-toolbar");
        log.addClassName("log");
        log.setVisible(false);
        log.add(choice, toolbar, search, outcome, screen);
        addClassName("log-panel");
        add(progress, log);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        load();
    }

    private void load() {
        stop();
        Calls.ask(this, progress::setVisible, () -> pods.of(target), this::choose, failure -> {
            log.setVisible(true);
            failed(failure);
        });
    }

    private void choose(Found found) {
        log.setVisible(true);
        choice.offer(found.pods());
        read();
    }

    /** Reads what is chosen, from the start. */
    private void read() {
        stop();
        screen.clear();
        search.refresh();
        outcome.removeAll();
        PodSummary pod = choice.pod().orElse(null);
        String container = choice.container().orElse(null);
        if (pod == null || container == null) {
            outcome.add(new Paragraph(Translated.of("workload.logs.none")));
            show();
            return;
        }
        download.call(pod.name() + "-" + container + ".log");
        Target chosen = new Target(target.cluster(), "pods", pod.namespace(), pod.name(), pod.uid());
        reading = new LogReading(this, pods, chosen, choice.query(container), this::add, this::ended);
        show();
    }

    private void stop() {
        if (reading != null) {
            reading.stop();
            reading = null;
        }
    }

    private void add(LogBuffer.Part part) {
        screen.add(part);
        search.refresh();
        show();
    }

    private void ended(Answer<LogEnd> answer) {
        switch (answer) {
            case Answer.Got<LogEnd>(LogEnd why) -> {
                if (why != LogEnd.COMPLETE) {
                    outcome.add(new Paragraph(Translated.of("workload.logs." + why)));
                }
            }
            case Answer.Failed<LogEnd>(ClusterFailure failure) -> failed(failure);
        }
        show();
    }

    private void failed(ClusterFailure failure) {
        outcome.removeAll();
        outcome.add(new FailureText(failure));
        show();
    }

    private void pause() {
        if (reading != null) {
            reading.pause(!reading.paused());
            show();
        }
    }

    /** Says how it stands. */
    private void show() {
        state.removeAll();
        LogReading now = reading;
        boolean pausable = now != null && (now.reading() || now.paused());
        pause.setVisible(pausable);
        download.setVisible(now != null);
        if (now == null) {
            return;
        }
        boolean paused = now.paused();
        pause.name(
                paused ? Icon.PLAY : Icon.PAUSE,
                Translated.of(paused ? "workload.logs.continue" : "workload.logs.pause"));
        state.add(badge(now));
        if (paused && now.waiting() > 0) {
            Span waiting = new Span(Translated.of("workload.logs.waiting", now.waiting()));
            waiting.addClassName("secondary");
            state.add(waiting);
        }
    }

    private static Component badge(LogReading reading) {
        if (reading.paused()) {
            return new StatusBadge(Tone.WARNING, Icon.PAUSE, Translated.of("workload.logs.state.paused"));
        }
        return reading.reading()
                ? new StatusBadge(Tone.INFO, Icon.PLAY, Translated.of("workload.logs.state.following"))
                : new StatusBadge(Tone.NEUTRAL, Icon.DOT, Translated.of("workload.logs.state.ended"));
    }
}
