package io.ansflow.workload.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.ansflow.base.ClusterId;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.RelativeAge;
import io.ansflow.base.ui.SecondaryText;
import io.ansflow.base.ui.StatusBadge;
import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.inventory.KindId;
import io.ansflow.inventory.ResourceKey;
import io.ansflow.inventory.ui.InventoryNavigation;
import io.ansflow.workload.PodSummary;
import io.ansflow.workload.PodSummary.Container;
import io.ansflow.workload.ResourceUse.Use;
import java.util.Optional;

/** One pod: how it is, where, and what it uses. */
class PodCard extends Div {
    /**
     * @param use empty if nothing is known of it
     * @param containers whether to tell of each container
     */
    PodCard(ClusterId cluster, PodSummary pod, Optional<Use> use, boolean containers) {
        Div head = new Div(badge(pod));
        if (!containers) {
            ResourceKey key = new ResourceKey(cluster, new KindId("pods"), pod.namespace(), pod.name());
            Anchor name = new Anchor(InventoryNavigation.href(key), pod.name());
            name.addClassName("pod-name");
            head.addComponentAsFirst(name);
        }
        head.addClassName("pod-head");
        Div facts = new Div(
                new SecondaryText(Translated.of("workload.pods.ready", pod.ready(), pod.total())),
                new SecondaryText(Translated.of("workload.pods.restarts", pod.restarts())));
        if (!pod.node().isEmpty()) {
            facts.add(new SecondaryText(pod.node()));
        }
        if (pod.createdAt() != null) {
            RelativeAge age = new RelativeAge(pod.createdAt());
            age.addClassName("secondary");
            facts.add(age);
        }
        facts.addClassName("pod-facts");
        add(head, facts);
        use.ifPresent(known -> add(new UseRow(known)));
        if (containers) {
            pod.containers().forEach(container -> add(row(container)));
        }
        addClassName("pod-card");
    }

    private static StatusBadge badge(PodSummary pod) {
        return switch (pod.progress()) {
            case ARRIVED -> new StatusBadge(Tone.SUCCESS, Icon.CHECK_CIRCLE, pod.status());
            case ON_ITS_WAY -> new StatusBadge(Tone.INFO, Icon.CLOCK, pod.status());
            case STUCK -> new StatusBadge(Tone.ERROR, Icon.X_CIRCLE, pod.status());
        };
    }

    private static Component row(Container container) {
        Span image = new SecondaryText(container.image());
        image.addClassName("mono");
        Span name = new Span(container.name());
        name.addClassName("pod-name");
        Div row = new Div(
                name,
                new Span(container.state()),
                new SecondaryText(Translated.of("workload.container." + container.role())),
                new SecondaryText(Translated.of("workload.pods.restarts", container.restarts())),
                image);
        row.addClassName("container-row");
        return row;
    }
}
