package io.ansflow.namespace.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.ansflow.base.ui.Translated;
import io.ansflow.kubernetes.object.Quantity;
import io.ansflow.namespace.QuotaUse;

/** How much of a limit is used, in the cluster's own numbers and as a bar. What is not known yet has no bar. */
class QuotaBar extends Div {
    private static final double FULL = 0.9;

    QuotaBar(QuotaUse.Line line) {
        Quantity used = line.used();
        Span resource = new Span(line.resource());
        resource.addClassName("quota-resource");
        Span numbers = new Span(Translated.of(
                "namespaces.quota.of",
                used == null ? Translated.of("unknown") : used.text(),
                line.hard().text()));
        Div text = new Div(resource, numbers);
        text.addClassName("quota-text");
        add(text);
        line.ratio().ifPresent(share -> {
            ProgressBar bar = new ProgressBar(0, 1, Math.clamp(share, 0, 1));
            bar.getElement().setAttribute("aria-label", line.resource());
            bar.setClassName("full", share >= FULL);
            add(bar);
        });
        addClassName("quota-bar");
    }
}
