package io.ansflow.namespace.ui;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.StatusBadge;
import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.ui.FailureText;
import io.ansflow.operation.ui.Whereabouts;
import java.util.List;

/** What each cluster says about a draft, cluster by cluster in the colour of its environment. */
class RehearsalPanel extends Aside {
    private final Div results = new Div();
    private final ProgressBar progress = new ProgressBar();

    RehearsalPanel() {
        progress.setIndeterminate(true);
        results.getElement().setAttribute("aria-live", "polite");
        results.addClassName("rehearsals");
        addClassName("test-panel");
        add(new H2(Translated.of("namespace.rehearsal")), progress, results);
        clear();
    }

    void clear() {
        progress.setVisible(false);
        results.removeAll();
        results.add(new Paragraph(Translated.of("namespace.rehearsal.text")));
    }

    void busy(boolean now) {
        progress.setVisible(now);
    }

    void show(List<Rehearsal> all) {
        results.removeAll();
        all.forEach(rehearsal -> results.add(card(rehearsal)));
    }

    static Div card(Rehearsal rehearsal) {
        Div card = new Div(new Whereabouts(rehearsal.cluster()));
        rehearsal
                .refusal()
                .ifPresentOrElse(
                        failure -> card.add(new FailureText(failure)),
                        () -> card.add(new StatusBadge(
                                Tone.SUCCESS, Icon.CHECK_CIRCLE, Translated.of("namespace.rehearsal.accepted"))));
        card.addClassName("rehearsal");
        return card;
    }
}
