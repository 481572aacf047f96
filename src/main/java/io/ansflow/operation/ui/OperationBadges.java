package io.ansflow.operation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.StatusBadge;
import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.operation.ItemState;
import io.ansflow.operation.Operation;

/** What can be said of an operation in a word. */
final class OperationBadges {
    private OperationBadges() {}

    static StatusBadge of(ItemState state) {
        String word = Translated.of("operation.state." + state);
        return switch (state) {
            case WAITING -> new StatusBadge(Tone.NEUTRAL, Icon.CLOCK, word);
            case RUNNING -> new StatusBadge(Tone.INFO, Icon.REFRESH, word);
            case DONE -> new StatusBadge(Tone.SUCCESS, Icon.CHECK_CIRCLE, word);
            case FAILED -> new StatusBadge(Tone.ERROR, Icon.X_CIRCLE, word);
            case STOPPED -> new StatusBadge(Tone.WARNING, Icon.PARTIAL, word);
        };
    }

    /** How it stands: how many are done while it goes on, then how it ended. */
    static StatusBadge of(Operation operation) {
        int done = operation.count(ItemState.DONE);
        int failed = operation.count(ItemState.FAILED);
        if (!operation.ended()) {
            return new StatusBadge(
                    Tone.INFO, Icon.REFRESH, Translated.of("operation.running", ended(operation), operation.total()));
        }
        if (failed > 0) {
            return new StatusBadge(
                    Tone.ERROR, Icon.X_CIRCLE, Translated.of("operation.failed", failed, operation.total()));
        }
        return done < operation.total()
                ? new StatusBadge(
                        Tone.WARNING, Icon.PARTIAL, Translated.of("operation.stopped", done, operation.total()))
                : new StatusBadge(Tone.SUCCESS, Icon.CHECK_CIRCLE, Translated.of("operation.done", done));
    }

    /** The part of it that has ended, as a bar with words beside it. */
    static Div progress(Operation operation) {
        ProgressBar bar = new ProgressBar(0, Math.max(1, operation.total()), ended(operation));
        String words = Translated.of("operation.progress", ended(operation), operation.total());
        bar.getElement().setAttribute("aria-label", words);
        Span text = new Span(words);
        text.addClassName("secondary");
        Div progress = new Div(text, bar);
        progress.addClassName("operation-progress");
        return progress;
    }

    private static int ended(Operation operation) {
        return operation.total() - operation.count(ItemState.WAITING) - operation.count(ItemState.RUNNING);
    }
}
