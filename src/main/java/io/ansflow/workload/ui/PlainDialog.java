package io.ansflow.workload.ui;

import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.kubernetes.Answer;
import io.ansflow.operation.Target;
import io.ansflow.operation.ui.ActionDialog;
import io.ansflow.operation.ui.Subject;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Asks before a change that needs nothing but a yes. */
class PlainDialog extends ActionDialog {
    private final transient Callable<Answer<Target>> work;
    private final transient Consumer<Target> done;

    /** @param key as for every dialog, and {@code .text} */
    PlainDialog(String key, Subject subject, Callable<Answer<Target>> work, Consumer<Target> done) {
        super(key, subject, Tone.INFO);
        this.work = work;
        this.done = done;
        explain(Translated.of(key + ".text"));
    }

    @Override
    protected void confirmed() {
        change(work, done);
    }
}
