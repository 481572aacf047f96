package io.ansflow.workload.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.ansflow.base.ui.RelativeAge;
import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.operation.Target;
import io.ansflow.operation.ui.ActionDialog;
import io.ansflow.operation.ui.Subject;
import io.ansflow.workload.Revision;
import java.util.List;
import java.util.function.Consumer;

/** Lets a person choose one of the revisions of a Deployment that its cluster still knows. */
class RollBackDialog extends ActionDialog {
    private final transient WorkloadServices services;
    private final transient Consumer<Target> done;
    private final RadioButtonGroup<Revision> revisions = new RadioButtonGroup<>();

    RollBackDialog(Subject subject, WorkloadServices services, Consumer<Target> done) {
        super("workload.rollBack", subject, Tone.INFO);
        this.services = services;
        this.done = done;
        revisions.setLabel(Translated.of("workload.rollBack.revisions"));
        revisions.addClassNames("revisions", "one-below-other");
        revisions.setRenderer(new ComponentRenderer<>(RollBackDialog::describe));
        revisions.setItemEnabledProvider(revision -> !revision.current());
        revisions.addValueChangeListener(change -> acceptable(change.getValue() != null));
        revisions.setVisible(false);
        show(revisions);
    }

    @Override
    protected void opened() {
        read(() -> services.workloads().history(subject().target()), this::choose);
    }

    @Override
    protected void confirmed() {
        long number = revisions.getValue().number();
        change(() -> services.workloads().rollBack(subject().target(), number), done);
    }

    private void choose(List<Revision> known) {
        boolean others = known.stream().anyMatch(revision -> !revision.current());
        revisions.setItems(known);
        revisions.setVisible(!known.isEmpty());
        if (!others) {
            show(new Paragraph(Translated.of("workload.rollBack.none")));
        }
    }

    private static Component describe(Revision revision) {
        Div head = new Div(new Span(Translated.of("workload.rollBack.revision", revision.number())));
        head.addClassName("revision-head");
        if (revision.createdAt() != null) {
            RelativeAge age = new RelativeAge(revision.createdAt());
            age.addClassName("secondary");
            head.add(age);
        }
        if (revision.current()) {
            Span current = new Span(Translated.of("workload.rollBack.current"));
            current.addClassNames("tag", "neutral");
            head.add(current);
        }
        Div text = new Div(head);
        revision.images().forEach(image -> {
            Div line = new Div(image);
            line.addClassNames("mono", "revision-image");
            text.add(line);
        });
        if (!revision.cause().isBlank()) {
            Div cause = new Div(revision.cause());
            cause.addClassName("secondary");
            text.add(cause);
        }
        return text;
    }
}
