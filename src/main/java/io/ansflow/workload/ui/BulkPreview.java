package io.ansflow.workload.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.ansflow.base.ClusterId;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.StatusBadge;
import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.ui.FailureText;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.operation.Target;
import io.ansflow.operation.ui.Whereabouts;
import io.ansflow.workload.BulkChanges.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a change would be to each of many objects, cluster by cluster. */
class BulkPreview extends Div {
    BulkPreview() {
        addClassName("bulk-preview");
        getElement().setAttribute("aria-live", "polite");
    }

    void show(List<Step> steps, Map<ClusterId, Cluster> clusters) {
        removeAll();
        long changes = steps.stream().filter(Step.Changes.class::isInstance).count();
        long skipped = steps.stream().filter(Step.Skipped.class::isInstance).count();
        add(new Paragraph(Translated.of("workload.bulk.summary", changes, skipped, steps.size() - changes - skipped)));
        Map<ClusterId, List<Step>> byCluster = new LinkedHashMap<>();
        steps.forEach(step -> byCluster
                .computeIfAbsent(step.target().cluster(), id -> new ArrayList<>())
                .add(step));
        byCluster.forEach((id, some) -> add(group(clusters.get(id), some)));
    }

    private static Div group(@Nullable Cluster cluster, List<Step> steps) {
        Div rows = new Div();
        rows.addClassName("bulk-rows");
        steps.forEach(step -> rows.add(row(step)));
        Div group = new Div();
        if (cluster != null) {
            group.add(new Whereabouts(cluster));
        }
        group.add(rows);
        group.addClassName("bulk-group");
        return group;
    }

    private static Div row(Step step) {
        return switch (step) {
            case Step.Changes(Target target, int _, var what) ->
                row(target, new StatusBadge(Tone.INFO, Icon.CHECK, Translated.of(what)), "");
            case Step.Skipped(Target target, var why) ->
                row(target, badge(Tone.NEUTRAL, Icon.DOT, "workload.bulk.skipped"), Translated.of(why));
            case Step.Refused(Target target, var why) ->
                row(target, badge(Tone.WARNING, Icon.LOCK, "workload.bulk.refused"), Translated.of(why));
            case Step.Failed(Target target, ClusterFailure failure) ->
                row(target, badge(Tone.ERROR, Icon.X_CIRCLE, "workload.bulk.unreadable"), FailureText.message(failure));
        };
    }

    private static StatusBadge badge(Tone tone, Icon icon, String key) {
        return new StatusBadge(tone, icon, Translated.of(key));
    }

    private static Div row(Target target, Component badge, String why) {
        Span path = new Span(target.path());
        path.addClassNames("mono", "bulk-path");
        Div row = new Div(path, badge);
        if (!why.isEmpty()) {
            Span reason = new Span(why);
            reason.addClassName("secondary");
            row.add(reason);
        }
        row.addClassName("bulk-row");
        return row;
    }
}
