package io.ansflow.cluster.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.ansflow.base.ClusterId;
import io.ansflow.base.ui.BackgroundTask;
import io.ansflow.base.ui.Confirmation;
import io.ansflow.base.ui.Notifications;
import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.ClusterDraft;
import io.ansflow.cluster.Clusters;
import io.ansflow.cluster.InvalidCluster;
import io.ansflow.cluster.SaveResult;
import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.Diagnosis;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tests and saves what stands in the form, in the background and one at a time. The form stays alive meanwhile. */
class ConnectionTest {
    private final Component view;
    private final ClusterForm form;
    private final Clusters clusters;
    private final Optional<ClusterId> existing;
    private final Consumer<Boolean> busy;
    private final Consumer<String> saved;
    private final TestPanel panel = new TestPanel(this::cancel);
    private @Nullable BackgroundTask task;

    /**
     * @param existing the cluster being changed, or null
     * @param busy told when something starts and when it has ended
     * @param saved told the name of the cluster once it is saved
     */
    ConnectionTest(
            Component view,
            ClusterForm form,
            Clusters clusters,
            @Nullable Cluster existing,
            Consumer<Boolean> busy,
            Consumer<String> saved) {
        this.view = view;
        this.form = form;
        this.clusters = clusters;
        this.existing = Optional.ofNullable(existing).map(Cluster::id);
        this.busy = busy;
        this.saved = saved;
    }

    private interface Work<T> {
        T run(CheckProgress progress) throws Exception;
    }

    TestPanel panel() {
        return panel;
    }

    void test() {
        form.draft()
                .ifPresent(draft -> start(true, progress -> clusters.test(draft, existing, progress), panel::finished));
    }

    void save() {
        form.draft().ifPresent(draft -> save(draft, false));
    }

    private void save(ClusterDraft draft, boolean evenIfUnreachable) {
        start(!evenIfUnreachable, progress -> store(draft, evenIfUnreachable, progress), result -> {
            panel.finished(result.diagnosis());
            switch (result) {
                case SaveResult.Saved(ClusterId id, Diagnosis diagnosis) -> saved.accept(draft.name());
                case SaveResult.Unreachable(Diagnosis diagnosis) ->
                    Confirmation.ask("cluster.unreachable", Tone.WARNING, () -> save(draft, true));
            }
        });
    }

    private SaveResult store(ClusterDraft draft, boolean evenIfUnreachable, CheckProgress progress) throws Exception {
        return existing.isPresent()
                ? clusters.change(existing.get(), draft, evenIfUnreachable, progress)
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
            case NoSuchElementException gone -> {
                panel.stopped(Translated.of("cluster.gone"));
                Notifications.warning(Translated.of("cluster.gone"));
            }
            default -> {
                panel.stopped(Translated.of("cluster.test.broken"));
                throw new IllegalStateException("The cluster could not be tested or saved", problem);
            }
        }
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
