package io.ansflow.workload.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.ansflow.base.ui.BackgroundTask;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.workload.ManifestPlan;
import io.ansflow.workload.Manifests;
import io.ansflow.workload.Manifests.Applied;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where a YAML text is edited, judged by a cluster and applied: nothing is applied that the cluster was not asked about
 * first, as it stands there.
 */
class ManifestBench extends Div {
    private final transient Manifests manifests;
    private final transient Consumer<Boolean> applied;
    private final YamlEditor editor;
    private final Button check = new Button(Translated.of("workload.bench.check"), click -> check());
    private final Button apply = new Button(Translated.of("workload.bench.apply"), click -> ask());
    private final Checkbox takeOver = new Checkbox(Translated.of("workload.takeOver"));
    private final Div buttons = new Div(check, apply);
    private final ProgressBar progress = new ProgressBar();
    private final Div results = new Div();
    private final List<PlanCard> cards = new ArrayList<>();
    private transient List<ManifestPlan> plans = List.of();
    private transient @Nullable Place place;
    private transient @Nullable BackgroundTask task;

    private record Place(Cluster cluster, String namespace) {}

    /** @param applied told when a text was applied, whether all of it could be */
    ManifestBench(Manifests manifests, Consumer<Boolean> applied) {
        this.manifests = manifests;
        this.applied = applied;
        editor = new YamlEditor(manifests, this::forget);
        check.addThemeVariants(ButtonVariant.PRIMARY);
        takeOver.setVisible(false);
        takeOver.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                check();
            }
        });
        buttons.addClassName("bench-buttons");
        progress.setIndeterminate(true);
        progress.setVisible(false);
        results.addClassName("bench-results");
        results.getElement().setAttribute("aria-live", "polite");
        addClassName("bench");
        add(editor, buttons, takeOver, progress, results);
        forget();
    }

    /**
     * Where it goes from now on.
     *
     * @param namespace for documents that name none
     */
    void in(@Nullable Cluster cluster, String namespace) {
        place = cluster == null ? null : new Place(cluster, namespace);
        forget();
    }

    void edit(String yaml) {
        editor.edit(yaml);
    }

    String value() {
        return editor.value();
    }

    void addButton(Component button) {
        buttons.add(button);
    }

    /** What the cluster said was about another text. */
    private void forget() {
        if (task != null) {
            task.cancel();
            task = null;
            progress.setVisible(false);
        }
        plans = List.of();
        cards.clear();
        results.removeAll();
        takeOver.setValue(false);
        takeOver.setVisible(false);
        ready();
    }

    private void ready() {
        check.setEnabled(place != null && editor.isReadable() && task == null);
        apply.setEnabled(task == null && plans.stream().anyMatch(ManifestBench::applicable));
    }

    private static boolean applicable(ManifestPlan plan) {
        return switch (plan) {
            case ManifestPlan.Creates _, ManifestPlan.Changes _, ManifestPlan.Later _ -> true;
            case ManifestPlan.Same _, ManifestPlan.Refused _ -> false;
        };
    }

    private void busy(boolean now) {
        progress.setVisible(now);
        if (!now) {
            task = null;
        }
    }

    private void applying(boolean now) {
        busy(now);
        editor.setReadOnly(now);
        buttons.setEnabled(!now);
    }

    private void check() {
        if (place == null) {
            return;
        }
        Place where = place;
        String yaml = editor.value();
        boolean force = takeOver.getValue();
        results.removeAll();
        cards.clear();
        plans = List.of();
        task = Calls.run(
                this,
                this::busy,
                () -> manifests.plan(where.cluster().id(), yaml, where.namespace(), force),
                this::planned);
        ready();
    }

    private void planned(List<ManifestPlan> all) {
        plans = all;
        all.forEach(plan -> {
            PlanCard card = new PlanCard(plan, editor::goTo);
            cards.add(card);
            results.add(card);
        });
        takeOver.setVisible(takeOver.getValue() || all.stream().anyMatch(ManifestBench::belongsToOthers));
        ready();
    }

    private static boolean belongsToOthers(ManifestPlan plan) {
        return plan instanceof ManifestPlan.Refused refused
                && refused.failure().code() == FailureCode.CONFLICT
                && "owner".equals(refused.failure().reason());
    }

    private void ask() {
        if (place == null) {
            return;
        }
        Place where = place;
        String what = Translated.of(
                "workload.bench.summary",
                count(ManifestPlan.Creates.class),
                count(ManifestPlan.Changes.class),
                count(ManifestPlan.Later.class),
                count(ManifestPlan.Same.class),
                count(ManifestPlan.Refused.class));
        new ClusterConfirmation("workload.bench.confirm", where.cluster(), what, () -> apply(where)).open();
    }

    private long count(Class<? extends ManifestPlan> type) {
        return plans.stream().filter(type::isInstance).count();
    }

    private void apply(Place where) {
        String yaml = editor.value();
        boolean force = takeOver.getValue();
        Queue<Applied> news = new ConcurrentLinkedQueue<>();
        PageNudge nudge = new PageNudge(getUI().orElseThrow(), () -> show(news));
        task = Calls.run(
                this,
                this::applying,
                Calls.toItsEnd(() -> manifests.apply(where.cluster().id(), yaml, where.namespace(), force, result -> {
                    news.add(result);
                    nudge.nudge();
                })),
                this::done);
        ready();
    }

    private void show(Queue<Applied> news) {
        for (Applied result = news.poll(); result != null; result = news.poll()) {
            show(result);
        }
    }

    private void show(Applied result) {
        cards.stream().filter(card -> card.line() == result.line()).forEach(card -> card.show(result));
    }

    private void done(List<Applied> all) {
        all.forEach(this::show);
        plans = List.of();
        ready();
        applied.accept(all.stream().allMatch(result -> result.failure().isEmpty()));
    }
}
