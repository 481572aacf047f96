package io.ansflow.workload.ui;

import com.vaadin.flow.component.html.Div;
import io.ansflow.base.ui.Translated;
import io.ansflow.operation.ui.TakeOver;
import io.ansflow.workload.ManifestPlan;
import io.ansflow.workload.Manifests.Applied;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** What a cluster says would become of each document of a text, and in its place what has become of it. */
class PlanList extends Div {
    private final transient IntConsumer goTo;
    private final List<PlanCard> cards = new ArrayList<>();
    private transient List<ManifestPlan> plans = List.of();

    /** @param goTo leads to a line of the text */
    PlanList(IntConsumer goTo) {
        this.goTo = goTo;
        addClassName("bench-results");
        getElement().setAttribute("aria-live", "polite");
    }

    void clear() {
        plans = List.of();
        cards.clear();
        removeAll();
    }

    void show(List<ManifestPlan> all) {
        clear();
        plans = all;
        all.forEach(plan -> {
            PlanCard card = new PlanCard(plan, goTo);
            cards.add(card);
            add(card);
        });
    }

    /** A document was applied, or was not. */
    void show(Applied result) {
        cards.stream().filter(card -> card.line() == result.line()).forEach(card -> card.show(result));
    }

    /** What was planned is done; its outcome stays on view. */
    void done() {
        plans = List.of();
    }

    /** Whether applying the text would change anything. */
    boolean applicable() {
        return plans.stream().anyMatch(plan -> switch (plan) {
            case ManifestPlan.Creates _, ManifestPlan.Changes _, ManifestPlan.Later _ -> true;
            case ManifestPlan.Same _, ManifestPlan.Refused _ -> false;
        });
    }

    /** Whether something is refused only because others decided about it. */
    boolean belongsToOthers() {
        return plans.stream()
                .anyMatch(plan -> plan instanceof ManifestPlan.Refused refused && TakeOver.helps(refused.failure()));
    }

    /** How many documents there are of each sort, in words. */
    String summary() {
        return Translated.of(
                "workload.bench.summary",
                count(ManifestPlan.Creates.class),
                count(ManifestPlan.Changes.class),
                count(ManifestPlan.Later.class),
                count(ManifestPlan.Same.class),
                count(ManifestPlan.Refused.class));
    }

    private long count(Class<? extends ManifestPlan> type) {
        return plans.stream().filter(type::isInstance).count();
    }
}
