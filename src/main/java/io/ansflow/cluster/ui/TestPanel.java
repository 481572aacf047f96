package io.ansflow.cluster.ui;

import com.vaadin.flow.component.ScrollIntoViewOption;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.ansflow.base.ui.Times;
import io.ansflow.base.ui.Translated;
import io.ansflow.kubernetes.Diagnosis;
import io.ansflow.kubernetes.Diagnosis.Facts;
import io.ansflow.kubernetes.Stage;
import org.jspecify.annotations.Nullable;

/** Shows a connection test while it runs, and what it found out. */
class TestPanel extends Aside {
    private final Div result = new Div();
    private final Button cancel = new Button(Translated.of("cluster.test.cancel"));
    private StageList stages = new StageList();
    private boolean found;
    private boolean outdated;

    /** @param cancelled called when the person gives the test up */
    TestPanel(Runnable cancelled) {
        addClassName("test-panel");
        result.addClassName("test-result");
        result.getElement().setAttribute("aria-live", "polite");
        result.add(new Paragraph(Translated.of("cluster.test.intro")));
        cancel.addClickListener(click -> cancelled.run());
        cancel.setVisible(false);
        add(new H2(Translated.of("cluster.test.title")), result, stages, cancel);
    }

    /** @param cancellable whether the person may still give it up */
    void started(boolean cancellable) {
        found = false;
        outdated = false;
        removeClassName("outdated");
        StageList fresh = new StageList();
        replace(stages, fresh);
        stages = fresh;
        result.removeAll();
        result.add(new Paragraph(Translated.of("cluster.test.running")));
        cancel.setVisible(cancellable);
        scrollIntoView(ScrollIntoViewOption.Block.NEAREST);
    }

    void entered(Stage stage) {
        stages.entered(stage);
    }

    void finished(Diagnosis diagnosis) {
        cancel.setVisible(false);
        stages.finished(diagnosis);
        result.removeAll();
        result.add(ClusterBadges.reachability(diagnosis.reachability()));
        switch (diagnosis) {
            case Diagnosis.Connected(Facts facts, var trace) -> result.add(facts(facts, trace));
            case Diagnosis.Limited(Facts facts, var limits, var trace) -> {
                result.add(facts(facts, trace));
                limits.forEach(limit -> result.add(new FailureText(limit)));
            }
            case Diagnosis.Failed(var failure, var trace) -> result.add(new FailureText(failure));
        }
        found = true;
        if (outdated) {
            markOutdated();
        }
    }

    /** The test ended without a finding. */
    void stopped(String why) {
        found = false;
        cancel.setVisible(false);
        stages.stopped();
        result.removeAll();
        result.add(new Paragraph(why));
    }

    /** What is to be connected to is something else from now on: what was found out stays, but not as if it were about that. */
    void edited() {
        if (found && !outdated) {
            markOutdated();
        }
        outdated = true;
    }

    private void markOutdated() {
        addClassName("outdated");
        result.addComponentAsFirst(new Paragraph(Translated.of("cluster.test.outdated")));
    }

    private static Div facts(Facts facts, Diagnosis.Trace trace) {
        Div list = new Div();
        list.addClassName("facts");
        var nodes = ClusterFigures.nodes(facts);
        list.add(
                fact("cluster.column.version", facts.version()),
                fact("clusters.nodes", nodes == null ? null : share(nodes.part(), nodes.total())),
                fact("clusters.pods", share(facts.podsRunning(), facts.podsTotal())),
                fact("cluster.column.namespaces", number(facts.namespaces())),
                fact("cluster.details.user", facts.user()),
                fact("cluster.details.roundtrip", Translated.of(Times.length(facts.roundTrip()))),
                fact("cluster.test.took", Translated.of(Times.length(trace.took()))));
        return list;
    }

    private static String share(@Nullable Long part, @Nullable Long total) {
        return Translated.of("cluster.share", number(part), number(total));
    }

    private static String number(@Nullable Long value) {
        return value == null ? Translated.of("unknown") : Translated.of("number", value);
    }

    private static Div fact(String label, @Nullable String value) {
        Span name = new Span(Translated.of(label));
        name.addClassName("secondary");
        Span text = new Span(value == null ? Translated.of("unknown") : value);
        text.addClassName("fact-value");
        return new Div(name, text);
    }
}
