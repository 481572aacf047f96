package io.ansflow.inventory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.ansflow.base.ui.Translated;
import io.ansflow.inventory.KindId;
import io.ansflow.inventory.RunningSync;
import io.ansflow.inventory.RunningSync.Progress;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How far the sync of a cluster is: which kinds are being read, and how many rows of them so far. */
class SyncProgressLine extends Div {
    /**
     * The progress of one cluster.
     *
     * @param where the cluster
     * @param all how many kinds there are
     * @param kinds names of kinds
     */
    SyncProgressLine(RunningSync sync, Component where, int all, Function<KindId, String> kinds) {
        int ended = (int)
                sync.kinds().stream().filter(kind -> kind.result() != null).count();
        String reading = sync.kinds().stream()
                .filter(kind -> kind.result() == null)
                .map(kind -> rows(kind, kinds))
                .collect(Collectors.joining(Translated.of("sync.running.separator")));
        Span words = new Span(
                sync.startedAt() == null
                        ? Translated.of("sync.waiting")
                        : Translated.of("sync.running", ended, all, reading));
        ProgressBar bar = new ProgressBar(0, Math.max(1, all), Math.min(ended, all));
        bar.setIndeterminate(sync.startedAt() == null);
        bar.getElement().setAttribute("aria-label", Translated.of("sync.running.label"));
        add(where, words, bar);
        addClassName("sync-progress");
    }

    private static String rows(Progress kind, Function<KindId, String> kinds) {
        return Translated.of("sync.running.kind", kinds.apply(kind.kind()), kind.rows());
    }
}
