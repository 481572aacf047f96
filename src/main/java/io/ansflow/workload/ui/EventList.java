package io.ansflow.workload.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.RelativeAge;
import io.ansflow.base.ui.StatusBadge;
import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.ui.FailureText;
import io.ansflow.operation.Target;
import io.ansflow.workload.ObjectEvent;
import io.ansflow.workload.ObjectEvents;
import java.util.List;

/** Events of an object, the newest first. */
class EventList extends Div {
    private final transient Target target;
    private final transient ObjectEvents events;
    private final ProgressBar progress = new ProgressBar();
    private final Div list = new Div();

    EventList(Target target, ObjectEvents events) {
        this.target = target;
        this.events = events;
        progress.setIndeterminate(true);
        list.addClassName("events");
        Div toolbar = new Div(new ActionButton(Icon.REFRESH, Translated.of("workload.refresh"), this::load));
        toolbar.addClassName("tab-toolbar");
        add(toolbar, progress, list);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        load();
    }

    private void load() {
        Calls.ask(this, progress::setVisible, () -> events.of(target), this::show, failure -> {
            list.removeAll();
            list.add(new FailureText(failure));
        });
    }

    private void show(List<ObjectEvent> found) {
        list.removeAll();
        if (found.isEmpty()) {
            list.add(new Paragraph(Translated.of("workload.events.none")));
        }
        found.forEach(event -> list.add(row(event)));
    }

    private static Div row(ObjectEvent event) {
        Div head = new Div(new StatusBadge(
                event.warning() ? Tone.WARNING : Tone.NEUTRAL,
                event.warning() ? Icon.WARNING : Icon.INFO,
                event.reason()));
        if (event.at() != null) {
            RelativeAge age = new RelativeAge(event.at());
            age.addClassName("secondary");
            head.add(age);
        }
        if (event.count() > 1) {
            head.add(secondary(Translated.of("workload.events.count", event.count())));
        }
        head.add(secondary(event.source()));
        head.addClassName("event-head");
        Div row = new Div(head, new Div(event.message()));
        row.addClassName("event");
        return row;
    }

    private static Span secondary(String text) {
        Span span = new Span(text);
        span.addClassName("secondary");
        return span;
    }
}
