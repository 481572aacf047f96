package io.ansflow.cluster.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.ansflow.base.ui.RelativeAge;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.ClusterStatus;

/** When a cluster was last checked, and when it will be next. */
class CheckTimesCell extends Div {
    CheckTimesCell(ClusterStatus status) {
        if (status.checkedAt() == null) {
            Span never = new Span(Translated.of("cluster.check.never"));
            never.addClassName("unknown");
            add(never);
        } else {
            add(new RelativeAge(status.checkedAt()));
        }
        if (status.nextCheckAt() != null) {
            RelativeAge next = RelativeAge.planned(status.nextCheckAt(), "cluster.check.next");
            next.addClassName("secondary");
            add(next);
        }
        addClassName("cell");
    }
}
