package io.ansflow.cluster.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import java.time.Instant;

/** A cluster's name, whether it is the default one, what it is about, and what one must not overlook. */
class NameCell extends Div {
    NameCell(Cluster cluster) {
        Span name = new Span(cluster.name());
        name.addClassName("cluster-name");
        Div first = new Div(name);
        first.addClassName("cell-line");
        if (cluster.defaultCluster()) {
            Span star = new Span(Icon.STAR.create());
            star.addClassName("default-star");
            star.setTitle(Translated.of("cluster.default"));
            star.getElement().setAttribute("role", "img").setAttribute("aria-label", Translated.of("cluster.default"));
            first.add(star);
        }
        add(first);
        if (!cluster.description().isEmpty()) {
            Span description = new Span(cluster.description());
            description.addClassName("secondary");
            description.setTitle(cluster.description());
            add(description);
        }
        warn(cluster);
        addClassNames("cell", "name-cell");
    }

    private void warn(Cluster cluster) {
        Div warnings = new Div();
        warnings.addClassName("badges");
        if (cluster.simulated()) {
            warnings.add(ClusterBadges.simulated());
        }
        if (!cluster.verifyTls()) {
            warnings.add(ClusterBadges.insecure());
        }
        ClusterBadges.expiry(cluster, Instant.now()).ifPresent(warnings::add);
        if (warnings.getComponentCount() > 0) {
            add(warnings);
        }
    }
}
