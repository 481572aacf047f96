package io.ansflow.cluster.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;

/** A whole row as one cell, for screens too narrow for columns. */
class CompactCell extends Div {
    CompactCell(Cluster cluster, Component actions) {
        Div head = new Div(new NameCell(cluster), ClusterBadges.environment(cluster.environment()));
        head.addClassName("compact-head");
        Div numbers = new Div(
                number("cluster.column.version", FactCell.version(cluster)),
                number("cluster.column.nodes", FactCell.nodes(cluster)),
                number("cluster.column.pods", FactCell.pods(cluster)));
        numbers.addClassName("compact-numbers");
        Div foot = new Div(new CheckTimesCell(cluster.status()), actions);
        foot.addClassName("compact-foot");
        add(head, new StatusCell(cluster.status()), numbers, foot);
        addClassName("compact-cell");
    }

    private static Div number(String label, FactCell fact) {
        Span name = new Span(Translated.of(label));
        name.addClassName("secondary");
        return new Div(name, fact);
    }
}
