package io.ansflow.workload.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.ansflow.base.ui.Translated;
import io.ansflow.kubernetes.Answer;
import io.ansflow.operation.Target;
import io.ansflow.workload.ResourceUse;
import io.ansflow.workload.ResourceUse.Use;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the nodes of a cluster use of what they can allocate; the one that is looked at first. */
class NodeUse extends LiveList<Optional<List<Use>>> {
    private final transient Target node;
    private final transient ResourceUse use;

    NodeUse(Target node, ResourceUse use) {
        super("pods");
        this.node = node;
        this.use = use;
    }

    @Override
    Answer<Optional<List<Use>>> ask() {
        return use.nodes(node.cluster());
    }

    @Override
    void show(Optional<List<Use>> nodes, Div list) {
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
