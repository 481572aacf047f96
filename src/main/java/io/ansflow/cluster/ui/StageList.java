package io.ansflow.cluster.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.SvgIcon;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Times;
import io.ansflow.base.ui.Translated;
import io.ansflow.kubernetes.Diagnosis;
import io.ansflow.kubernetes.Diagnosis.Step;
import io.ansflow.kubernetes.Stage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The stages of a connection check as a list that is ticked off. */
class StageList extends OrderedList {
    private final Map<Stage, Row> rows = new EnumMap<>(Stage.class);

    StageList() {
        addClassName("stages");
        for (Stage stage : Stage.values()) {
            Row row = new Row(stage);
            rows.put(stage, row);
            add(row);
        }
    }

    /** The check has come to this stage: those before it are done. */
    void entered(Stage stage) {
        rows.forEach((each, row) -> {
            if (each == stage) {
                row.show(State.RUNNING);
            } else if (row.state == State.RUNNING) {
                row.show(State.DONE);
            }
        });
    }

    /** The check is over: how long each stage took, and where it stopped. */
    void finished(Diagnosis diagnosis) {
        List<Step> steps = diagnosis.trace().steps();
        rows.values().forEach(row -> row.show(State.SKIPPED));
        steps.forEach(step -> row(step.stage()).took(step));
        if (diagnosis instanceof Diagnosis.Failed && !steps.isEmpty()) {
            row(steps.getLast().stage()).show(State.FAILED);
        }
    }

    /** The check was given up: nothing runs any more. */
    void stopped() {
        rows.values().stream().filter(row -> row.state == State.RUNNING).forEach(row -> row.show(State.SKIPPED));
    }

    private Row row(Stage stage) {
        return rows.computeIfAbsent(stage, Row::new);
    }

    private enum State {
        PENDING,
        RUNNING,
        DONE,
        FAILED,
        SKIPPED
    }

    private static class Row extends ListItem {
        private final Span mark = new Span();
        private final Span time = new Span();
        private State state = State.PENDING;

        Row(Stage stage) {
            time.addClassName("stage-time");
            mark.addClassName("stage-mark");
            add(mark, new Span(Translated.of("stage." + stage)), time);
            show(State.PENDING);
        }

        void took(Step step) {
            show(State.DONE);
            time.setText(Translated.of(Times.length(step.took())));
        }

        void show(State now) {
            state = now;
            mark.removeAll();
            SvgIcon icon = (now == State.DONE ? Icon.CHECK : now == State.FAILED ? Icon.CLOSE : Icon.DOT).create();
            mark.add(icon);
            mark.getElement()
                    .setAttribute("role", "img")
                    .setAttribute("aria-label", Translated.of("stage.state." + now));
            getElement().setAttribute("data-state", now.name().toLowerCase(java.util.Locale.ROOT));
        }
    }
}
