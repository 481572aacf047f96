package io.ansflow.cluster.ui;

import com.vaadin.flow.component.html.Span;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import java.util.Locale;

/** A cluster's name in the colour of its environment, so that nobody mistakes production for anything else. */
public class ClusterTag extends Span {
    public ClusterTag(Cluster cluster) {
        super(cluster.name());
        addClassNames(
                "tag",
                "cluster-tag",
                "environment-" + cluster.environment().name().toLowerCase(Locale.ROOT));
        String environment = Translated.of("cluster.environment." + cluster.environment());
        if (cluster.simulated()) {
            Span mark = new Span(Translated.of("cluster.simulated"));
            mark.addClassName("simulated-mark");
            add(mark);
        }
        setTitle(environment);
    }
}
