package io.ansflow.workload.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.ui.FailureText;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.operation.ui.ActionButton;
import io.ansflow.operation.ui.Calls;

/** Something that a cluster tells when it is asked: once it is on the page, and whenever somebody asks again. */
abstract class LiveList<T> extends Div {
    private final ProgressBar progress = new ProgressBar();
    private final Div list = new Div();

    /** @param className of what is told */
    LiveList(String className) {
        progress.setIndeterminate(true);
        list.addClassName(className);
        Div toolbar = new Div(new ActionButton(Icon.REFRESH, Translated.of("workload.refresh"), this::load));
        toolbar.addClassName("tab-toolbar");
        add(toolbar, progress, list);
    }

    /** Asks the cluster, on a thread that may wait. */
    abstract Answer<T> ask();

    /** Shows what it told in an empty list. */
    abstract void show(T told, Div list);

    @Override
    protected void onAttach(AttachEvent event) {
        load();
    }

    private void load() {
        Calls.ask(this, progress::setVisible, this::ask, this::told, this::failed);
    }

    private void told(T told) {
        list.removeAll();
        show(told, list);
    }

    private void failed(ClusterFailure failure) {
        list.removeAll();
        list.add(new FailureText(failure));
    }
}
