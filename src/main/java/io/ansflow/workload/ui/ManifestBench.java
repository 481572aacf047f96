package io.ansflow.workload.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.ansflow.base.ui.BackgroundTask;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import io.ansflow.operation.ui.Calls;
import io.ansflow.operation.ui.ClusterConfirmation;
import io.ansflow.operation.ui.TakeOver;
import io.ansflow.workload.ManifestPlan;
import io.ansflow.workload.Manifests;
import io.ansflow.workload.Manifests.Applied;
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
    private final TakeOver takeOver = new TakeOver();
    private final Div buttons = new Div(check, apply);
    private final ProgressBar progress = new ProgressBar();
    private final PlanList results;
    private transient @Nullable Place place;
    private transient @Nullable BackgroundTask task;

    private record Place(Cluster cluster, String namespace) {}

    /** @param applied told when a text was applied, whether all of it could be */
    ManifestBench(Manifests manifests, Consumer<Boolean> applied) {
        this.manifests = manifests;
        this.applied = applied;
        editor = new YamlEditor(manifests, this::forget);
        results = new PlanList(editor::goTo);
        check.addThemeVariants(ButtonVariant.PRIMARY);
        takeOver.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                check();
            }
        });
        buttons.addClassName("bench-buttons");
        progress.setIndeterminate(true);
        progress.setVisible(false);
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
        results.clear();
        takeOver.setValue(false);
        takeOver.setVisible(false);
        ready();
    }

    private void ready() {
        check.setEnabled(place != null && editor.isReadable() && task == null);
        apply.setEnabled(task == null && results.applicable());
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
        results.clear();
        task = Calls.run(
                this,
                this::busy,
                () -> manifests.plan(where.cluster().id(), yaml, where.namespace(), force),
                this::planned);
        ready();
    }

    private void planned(List<ManifestPlan> all) {
        results.show(all);
        takeOver.setVisible(takeOver.getValue() || results.belongsToOthers());
        ready();
    }

    private void ask() {
        if (place == null) {
            return;
        }
        Place where = place;
        new ClusterConfirmation("workload.bench.confirm", where.cluster(), results.summary(), () -> apply(where))
                .open();
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
            results.show(result);
        }
    }

    private void done(List<Applied> all) {
        all.forEach(results::show);
        results.done();
        ready();
        applied.accept(all.stream().allMatch(result -> result.failure().isEmpty()));
    }
}
