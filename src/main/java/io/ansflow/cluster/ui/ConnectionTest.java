package io.ansflow.cluster.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.ansflow.base.ClusterId;
import io.ansflow.base.ui.BackgroundTask;
import io.ansflow.base.ui.Confirmation;
import io.ansflow.base.ui.Notifications;
import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.ChangedMeanwhile;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.ClusterDraft;
import io.ansflow.cluster.Clusters;
import io.ansflow.cluster.InvalidCluster;
import io.ansflow.cluster.SaveResult;
import io.ansflow.cluster.TooManySaves;
import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.Diagnosis;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tests and saves what stands in the form, in the background and one at a time. The form stays alive meanwhile. */
class ConnectionTest {
    private final Component view;
    private final ClusterForm form;
    private final Clusters clusters;
    private final Consumer<Boolean> busy;
    private final Consumer<String> saved;
    private final Consumer<Cluster> load;
    private final TestPanel panel = new TestPanel(this::cancel);
    /** The cluster as the person saw it last, or null for a new one. */
    private @Nullable Cluster seen;

    private @Nullable BackgroundTask task;

    /**
     * @param existing the cluster being changed, as the form was made from it, or null
     * @param busy told when something starts and when it has ended
     * @param saved told the name of the cluster once it is saved
     * @param load told the present state of a cluster that changed meanwhile, if the person prefers it to what they entered
     */
    ConnectionTest(
            Component view,
            ClusterForm form,
            Clusters clusters,
            @Nullable Cluster existing,
            Consumer<Boolean> busy,
            Consumer<String> saved,
            Consumer<Cluster> load) {
        this.view = view;
        this.form = form;
        this.clusters = clusters;
        this.seen = existing;
        this.busy = busy;
        this.saved = saved;
        this.load = load;
        form.onConnectionEdited(panel::edited);
    }

    private interface Work<T> {
        T run(CheckProgress progress) throws Exception;
    }

    TestPanel panel() {
        return panel;
    }

    void test() {
        Optional<ClusterId> existing = Optional.ofNullable(seen).map(Cluster::id);
        form.draft()
                .ifPresent(draft -> start(true, progress -> clusters.test(draft, existing, progress), panel::finished));
    }

    void save() {
        form.draft().ifPresent(draft -> save(draft, false));
    }

    private void save(ClusterDraft draft, boolean evenIfUnreachable) {
        Cluster from = seen;
        start(!evenIfUnreachable, progress -> store(from, draft, evenIfUnreachable, progress), result -> {
            panel.finished(result.diagnosis());
            switch (result) {
                case SaveResult.Saved(ClusterId id, Diagnosis diagnosis) -> saved.accept(draft.name());
                case SaveResult.Unreachable(Diagnosis diagnosis) ->
                    Confirmation.ask("cluster.unreachable", Tone.WARNING, () -> save(draft, true));
            }
        });
    }

    private SaveResult store(
            @Nullable Cluster from, ClusterDraft draft, boolean evenIfUnreachable, CheckProgress progress) {
        return from != null
                ? clusters.change(from, draft, evenIfUnreachable, progress)
                : clusters.register(draft, evenIfUnreachable, progress);
    }

    private <T> void start(boolean cancellable, Work<T> work, Consumer<T> done) {
        if (task != null) {
            return;
        }
        UI ui = view.getUI().orElseThrow();
        panel.started(cancellable);
        busy.accept(true);
        CheckProgress progress = stage -> {
            var _ = ui.access(() -> panel.entered(stage));
        };
        task = BackgroundTask.start(
                view,
                () -> work.run(progress),
                result -> {
                    ended();
                    done.accept(result);
                },
                this::failed);
    }

    private void cancel() {
        if (task != null) {
            task.cancel();
            ended();
            panel.stopped(Translated.of("cluster.test.cancelled"));
        }
    }

    private void ended() {
        task = null;
        busy.accept(false);
    }

    private void failed(Exception problem) {
        ended();
        switch (problem) {
            case InvalidCluster refused -> refused(refused);
            case ChangedMeanwhile conflict -> conflict();
            case TooManySaves others -> notSaved(Translated.of(others.text()));
            case NoSuchElementException gone -> notSaved(Translated.of("cluster.gone"));
            default -> {
                panel.stopped(Translated.of("cluster.test.broken"));
                throw new IllegalStateException("The cluster could not be tested or saved", problem);
            }
        }
    }

    private void notSaved(String why) {
        panel.stopped(why);
        Notifications.warning(why);
    }

    private void conflict() {
        Cluster before = Objects.requireNonNull(seen);
        clusters.find(before.id())
                .ifPresentOrElse(present -> conflict(before, present), () -> notSaved(Translated.of("cluster.gone")));
    }

    private void conflict(Cluster before, Cluster present) {
        panel.stopped(Translated.of("cluster.conflict.title", before.name()));
        Runnable saveAnyway = () -> {
            seen = present;
            save();
        };
        new ConflictDialog(before, present, () -> load.accept(present), saveAnyway).open();
    }

    private void refused(InvalidCluster refused) {
        String why = refused.failure()
                .map(failure -> Translated.of(
                        "cluster.field.refused", FailureText.message(failure), FailureText.remedy(failure)))
                .orElseGet(() -> Translated.of(refused.text()));
        panel.stopped(why);
        if (!form.blame(refused.field(), why)) {
            Notifications.error(why);
        }
    }
}
