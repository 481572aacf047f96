package io.ansflow.workload.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.ansflow.base.ClusterId;
import io.ansflow.base.ui.BackgroundTask;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import io.ansflow.operation.InvalidInput;
import io.ansflow.operation.OperationId;
import io.ansflow.operation.Target;
import io.ansflow.operation.ui.Calls;
import io.ansflow.operation.ui.OperationNavigation;
import io.ansflow.workload.BulkChanges.Change;
import io.ansflow.workload.BulkChanges.Step;
import io.ansflow.workload.WorkloadAction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Does the same to many objects: shows what it would be to each of them and in which clusters, does it once a person says
 * so, as an operation that goes on whoever looks on, and follows that.
 */
class BulkDialog extends Dialog {
    private final transient List<Target> targets;
    private final transient Map<ClusterId, Cluster> clusters;
    private final transient BulkServices services;
    private final BulkWish wish;
    private final BulkPreview preview = new BulkPreview();
    private final ProductionNames production = new ProductionNames(this::ready);
    private final Div outcome = new Div();
    private final ProgressBar progress = new ProgressBar();
    private final Button cancel = new Button(Translated.of("operation.dialog.cancel"), click -> close());
    private final Button confirm = new Button(Translated.of("workload.bulk.none"), click -> start());
    private final String key;
    private transient List<Step.Changes> steps = List.of();
    private transient @Nullable BackgroundTask looking;

    /** @param targets all of one kind */
    BulkDialog(
            WorkloadAction action,
            String kind,
            List<Target> targets,
            Map<ClusterId, Cluster> clusters,
            BulkServices services) {
        this.targets = targets;
        this.clusters = clusters;
        this.services = services;
        this.key = "workload.bulk." + action;
        this.wish = BulkWish.of(action, kind, this::look);
        setHeaderTitle(Translated.of(key + ".title", targets.size()));
        setWidth("46rem");
        setCloseOnOutsideClick(false);
        addClassNames("action-dialog", "bulk-dialog");
        outcome.addClassName("action-outcome");
        progress.setIndeterminate(true);
        progress.setVisible(false);
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        if (action == WorkloadAction.DELETE) {
            confirm.addThemeVariants(ButtonVariant.ERROR);
        }
        add(wish, progress, preview, production, outcome);
        getFooter().add(cancel, confirm);
        ready();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        look();
    }

    /** Asks the clusters what it would be. */
    private void look() {
        if (looking != null) {
            looking.cancel();
            looking = null;
        }
        steps = List.of();
        preview.removeAll();
        production.ask(List.of());
        outcome.removeAll();
        progress.setVisible(false);
        ready();
        wish.change().ifPresent(change -> looking = run(() -> services.bulk().preview(targets, change), this::show));
    }

    private void show(List<Step> all) {
        looking = null;
        steps = all.stream()
                .filter(Step.Changes.class::isInstance)
                .map(Step.Changes.class::cast)
                .toList();
        preview.show(all, clusters);
        production.ask(steps.stream()
                .map(step -> step.target().cluster())
                .distinct()
                .flatMap(id -> Optional.ofNullable(clusters.get(id)).stream())
                .toList());
        ready();
    }

    private void ready() {
        confirm.setText(
                steps.isEmpty() ? Translated.of("workload.bulk.none") : Translated.of(key + ".yes", steps.size()));
        confirm.setEnabled(!steps.isEmpty() && production.typed());
    }

    private void start() {
        Optional<Change> change = wish.change();
        if (change.isEmpty() || steps.isEmpty()) {
            return;
        }
        List<Step.Changes> wanted = steps;
        busy(true);
        run(Calls.toItsEnd(() -> services.bulk().start(wanted, change.get())), this::follow);
    }

    private <T> BackgroundTask run(Callable<T> work, Consumer<T> done) {
        progress.setVisible(true);
        return BackgroundTask.start(
                this,
                work,
                result -> {
                    progress.setVisible(false);
                    done.accept(result);
                },
                problem -> {
                    progress.setVisible(false);
                    busy(false);
                    if (!(problem instanceof InvalidInput refused)) {
                        throw new IllegalStateException("The change of many objects failed", problem);
                    }
                    outcome.add(new Paragraph(Translated.of(refused.text())));
                });
    }

    private void busy(boolean now) {
        wish.setEnabled(!now);
        production.setEnabled(!now);
        cancel.setEnabled(!now);
        confirm.setEnabled(!now && !steps.isEmpty());
        setCloseOnEsc(!now);
    }

    /** It is under way, and goes on when the dialog is closed. */
    private void follow(OperationId operation) {
        removeAll();
        Anchor page = new Anchor(OperationNavigation.path(operation), Translated.of("workload.bulk.page"));
        add(services.panels().follow(operation), new Paragraph(Translated.of("workload.bulk.goesOn")), page);
        confirm.setVisible(false);
        cancel.setText(Translated.of("workload.rollout.close"));
        cancel.setEnabled(true);
        setCloseOnEsc(true);
    }
}
