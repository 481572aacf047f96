package io.ansflow.workload.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.StatusBadge;
import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.ui.FailureText;
import io.ansflow.workload.ManifestPlan;
import io.ansflow.workload.Manifests.Applied;
import java.util.function.IntConsumer;

/** One document of a text: what would become of it, and then what became of it. */
class PlanCard extends Div {
    private final Div head = new Div();
    private final Div body = new Div();
    private final transient ManifestPlan plan;
    private final transient IntConsumer goTo;

    PlanCard(ManifestPlan plan, IntConsumer goTo) {
        this.plan = plan;
        this.goTo = goTo;
        head.addClassName("plan-head");
        addClassName("plan-card");
        add(head, body);
        switch (plan) {
            case ManifestPlan.Creates creates -> {
                head(Tone.SUCCESS, Icon.PLUS, "workload.plan.creates");
                body.add(new DiffView(creates.diff()));
            }
            case ManifestPlan.Changes changes -> {
                head(Tone.INFO, Icon.EDIT, "workload.plan.changes");
                body.add(new DiffView(changes.diff()));
            }
            case ManifestPlan.Same _ -> head(Tone.NEUTRAL, Icon.CHECK, "workload.plan.same");
            case ManifestPlan.Refused refused -> {
                head(Tone.ERROR, Icon.X_CIRCLE, "workload.plan.refused");
                body.add(new FailureText(refused.failure()));
            }
            case ManifestPlan.Later _ -> {
                head(Tone.WARNING, Icon.CLOCK, "workload.plan.later");
                Span why = new Span(Translated.of("workload.plan.later.text"));
                why.addClassName("secondary");
                body.add(why);
            }
        }
    }

    /** Where its document begins. */
    int line() {
        return plan.line();
    }

    /** It was applied, or was not. */
    void show(Applied applied) {
        applied.failure()
                .ifPresentOrElse(
                        failure -> {
                            head(Tone.ERROR, Icon.X_CIRCLE, "workload.plan.failed");
                            body.removeAll();
                            body.add(new FailureText(failure));
                        },
                        () -> head(Tone.SUCCESS, Icon.CHECK_CIRCLE, "workload.plan.applied"));
    }

    private void head(Tone tone, Icon icon, String key) {
        Span path = new Span(plan.target().path());
        path.addClassNames("mono", "plan-path");
        head.removeAll();
        head.add(new StatusBadge(tone, icon, Translated.of(key)), path, new LineLink(plan.line(), goTo));
    }
}
