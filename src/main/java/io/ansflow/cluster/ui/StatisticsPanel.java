package io.ansflow.cluster.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.ui.ClusterFigures.Sum;
import org.jspecify.annotations.Nullable;

/** All clusters in six numbers. */
class StatisticsPanel extends Section {
    StatisticsPanel() {
        addClassName("statistics");
        getElement().setAttribute("aria-label", Translated.of("clusters.statistics"));
    }

    void show(ClusterFigures figures) {
        removeAll();
        add(
                tile("clusters.total", number(figures.clusters()), null, null),
                tile(
                        "clusters.connected",
                        number(figures.connected()),
                        figures.limited() == 0 ? null : Translated.of("clusters.limited", figures.limited()),
                        figures.connected() == 0 ? null : Tone.SUCCESS),
                tile(
                        "clusters.introuble",
                        number(figures.inTrouble()),
                        figures.nodesDown() == 0 ? null : Translated.of("clusters.nodesdown", figures.nodesDown()),
                        figures.inTrouble() == 0 ? null : Tone.ERROR),
                sum("cluster.column.namespaces", figures.namespaces(), false, figures),
                sum("clusters.nodes", figures.nodes(), true, figures),
                sum("clusters.pods", figures.pods(), true, figures));
    }

    private static Div sum(String label, Sum sum, boolean share, ClusterFigures figures) {
        if (!sum.known()) {
            Div tile = tile(label, Translated.of("unknown"), null, null);
            tile.setTitle(Translated.of(figures.clusters() == 0 ? "clusters.sum.none" : "clusters.sum.unknown"));
            return tile;
        }
        String value = share ? Translated.of("cluster.share", sum.part(), sum.total()) : number(sum.total());
        Tone tone = sum.stale() > 0 ? Tone.NEUTRAL : null;
        return tile(label, value, note(sum, figures), tone);
    }

    private static @Nullable String note(Sum sum, ClusterFigures figures) {
        if (sum.included() < figures.clusters()) {
            return Translated.of("clusters.sum.partial", sum.included(), figures.clusters());
        }
        return sum.stale() > 0 ? Translated.of("clusters.sum.stale", sum.stale()) : null;
    }

    private static Div tile(String label, String value, @Nullable String note, @Nullable Tone tone) {
        Span name = new Span(Translated.of(label));
        name.addClassName("tile-name");
        Span number = new Span(value);
        number.addClassName("tile-value");
        Div tile = new Div(name, number);
        tile.addClassName("tile");
        if (tone != null) {
            tile.addClassName(tone.className());
        }
        if (note != null) {
            Span remark = new Span(note);
            remark.addClassName("tile-note");
            tile.add(remark);
        }
        return tile;
    }

    private static String number(long value) {
        return Translated.of("number", value);
    }
}
