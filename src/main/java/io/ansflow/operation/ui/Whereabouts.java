package io.ansflow.operation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.ui.ClusterBadges;
import io.ansflow.cluster.ui.ClusterTag;

/** In which cluster something is about to happen, in the colour of its environment, so that it is not the wrong one. */
public class Whereabouts extends Div {
    public Whereabouts(Cluster cluster) {
        add(new ClusterTag(cluster), ClusterBadges.environment(cluster.environment()));
        addClassName("whereabouts");
    }

    /** The same, and to what. */
    public Whereabouts(Subject subject) {
        this(subject.cluster());
        Span path = new Span(subject.target().path());
        path.addClassNames("mono", "whereabouts-path");
        add(path);
    }
}
