package io.ansflow.workload.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.RelativeAge;
import io.ansflow.base.ui.SecondaryText;
import io.ansflow.base.ui.StatusBadge;
import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.kubernetes.Answer;
import io.ansflow.operation.Target;
import io.ansflow.workload.ObjectEvent;
import io.ansflow.workload.ObjectEvents;
import java.util.List;

/** Events of an object, the newest first. */
class EventList extends LiveList<List<ObjectEvent>> {
    private final transient Target target;
    private final transient ObjectEvents events;

    EventList(Target target, ObjectEvents events) {
        super("events");
        this.target = target;
        this.events = events;
    }

    @Override
    Answer<List<ObjectEvent>> ask() {
        return events.of(target);
    }

    @Override
    void show(List<ObjectEvent> found, Div list) {
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
            head.add(new SecondaryText(Translated.of("workload.events.count", event.count())));
        }
        head.add(new SecondaryText(event.source()));
        head.addClassName("event-head");
        Div row = new Div(head, new Div(event.message()));
        row.addClassName("event");
        return row;
    }
}
