package io.ansflow.workload.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.ui.FailureText;
import io.ansflow.operation.Target;
import io.ansflow.workload.ResourceUse;
import io.ansflow.workload.ResourceUse.Use;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the nodes of a cluster use of what they can allocate; the one that is looked at first. */
class NodeUse extends Div {
    private final transient Target node;
    private final transient ResourceUse use;
    private final ProgressBar progress = new ProgressBar();
    private final Div list = new Div();

    NodeUse(Target node, ResourceUse use) {
        this.node = node;
        this.use = use;
        progress.setIndeterminate(true);
        list.addClassName("pods");
        Div toolbar = new Div(new ActionButton(Icon.REFRESH, Translated.of("workload.refresh"), this::load));
        toolbar.addClassName("tab-toolbar");
        add(toolbar, progress, list);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        load();
    }

    private void load() {
        Calls.ask(this, progress::setVisible, () -> use.nodes(node.cluster()), this::show, failure -> {
            list.removeAll();
            list.add(new FailureText(failure));
        });
    }

    private void show(Optional<List<Use>> nodes) {
        list.removeAll();
        if (nodes.isEmpty()) {
            list.add(new Paragraph(Translated.of("workload.use.none")));
        }
        nodes.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(one -> !one.name().equals(node.name())))
                .forEach(one -> list.add(card(one)));
    }

    private static Div card(Use one) {
        Span name = new Span(one.name());
        name.addClassName("pod-name");
        Div card = new Div(name, new UseRow(one));
        card.addClassName("pod-card");
        return card;
    }
}
