package io.ansflow.namespace.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.SecondaryText;
import io.ansflow.base.ui.StatusBadge;
import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.ui.FailureText;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.namespace.NamespaceEnd;
import io.ansflow.namespace.Namespaces;
import io.ansflow.operation.ui.Calls;
import java.time.Duration;
import java.util.List;

/** Shows a namespace on its way out, and what holds it, until it is gone. */
class TerminationPanel extends Div {
    static final Duration AT_MOST = Duration.ofMinutes(30);

    private final transient NamespacePlace place;
    private final transient Namespaces namespaces;
    private final transient Runnable gone;
    private final Div head = new Div();
    private final ProgressBar bar = new ProgressBar();
    private final UnorderedList holders = new UnorderedList();
    private final Div more = new Div();
    private boolean following;

    /** @param gone told when it is */
    TerminationPanel(NamespacePlace place, Namespaces namespaces, Runnable gone) {
        this.place = place;
        this.namespaces = namespaces;
        this.gone = gone;
        bar.setIndeterminate(true);
        head.addClassName("rollout-head");
        holders.addClassName("obstacles");
        addClassName("rollout");
        getElement().setAttribute("role", "status");
        setVisible(false);
        add(head, bar, holders, more);
    }

    /** Looks on from now on; ends with the view. */
    void follow(String uid, NamespaceEnd now) {
        if (following) {
            return;
        }
        following = true;
        UI ui = getUI().orElseThrow();
        setVisible(true);
        bar.setVisible(true);
        more.removeAll();
        show(now);
        Calls.ask(
                this,
                busy -> following = busy,
                () -> namespaces.follow(place.cluster().id(), place.name(), uid, AT_MOST, end -> {
                    var _ = ui.access(() -> saw(end));
                }),
                end -> ended(uid, end),
                failure -> failed(uid, failure));
    }

    private void saw(NamespaceEnd end) {
        if (following) {
            show(end);
        }
    }

    private void show(NamespaceEnd end) {
        head.removeAll();
        holders.removeAll();
        switch (end) {
            case NamespaceEnd.Terminating(var held) -> {
                head.add(new StatusBadge(Tone.INFO, Icon.CLOCK, Translated.of("namespaces.status.PROGRESSING")));
                if (held.isEmpty()) {
                    head.add(new SecondaryText(Translated.of("namespace.end.looking")));
                }
                held.forEach(holder -> holders.add(new ListItem(Translated.of(holder))));
            }
            case NamespaceEnd.Gone _ ->
                head.add(new StatusBadge(Tone.SUCCESS, Icon.CHECK_CIRCLE, Translated.of("namespace.end.gone")));
            case NamespaceEnd.Alive _ ->
                head.add(new StatusBadge(Tone.WARNING, Icon.WARNING, Translated.of("namespace.end.alive")));
        }
    }

    private void ended(String uid, NamespaceEnd end) {
        show(end);
        bar.setVisible(false);
        switch (end) {
            case NamespaceEnd.Gone _ -> gone.run();
            case NamespaceEnd.Terminating _ -> {
                more.add(new Span(Translated.of("namespace.end.timeout", AT_MOST.toMinutes())), again(uid, end));
            }
            case NamespaceEnd.Alive _ -> {}
        }
    }

    private void failed(String uid, ClusterFailure failure) {
        bar.setVisible(false);
        more.add(new FailureText(failure), again(uid, new NamespaceEnd.Terminating(List.of())));
    }

    private Button again(String uid, NamespaceEnd last) {
        return new Button(Translated.of("namespace.end.again"), click -> follow(uid, last));
    }
}
