package io.ansflow.inventory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.WindowSize;
import com.vaadin.flow.function.SerializableFunction;
import io.ansflow.base.ClusterId;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.RelativeAge;
import io.ansflow.base.ui.StatusBadge;
import io.ansflow.base.ui.Times;
import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.base.ui.WindowFit;
import io.ansflow.cluster.ui.FailureText;
import io.ansflow.inventory.Kind;
import io.ansflow.inventory.KindState;
import io.ansflow.inventory.ResourceQuery;
import io.ansflow.inventory.RunningSync;
import io.ansflow.inventory.RunningSync.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kinds of one cluster: how many resources are stored of each, how they were read, and how old they are. */
class KindStateGrid extends Grid<KindStateGrid.Row> {

    private transient @Nullable ClusterId cluster;

    /**
     * One kind.
     *
     * @param state null before the first sync
     * @param progress of the sync that is under way, or null
     */
    record Row(
            Kind kind, @Nullable KindState state, @Nullable Progress progress) {
        static Row of(Kind kind, @Nullable KindState state, Optional<RunningSync> running) {
            @Nullable
            Progress progress = running.stream()
                    .flatMap(sync -> sync.kinds().stream())
                    .filter(one -> one.kind().equals(kind.id()))
                    .findFirst()
                    .orElse(null);
            return new Row(kind, state, progress);
        }
    }

    KindStateGrid() {
        super(Row.class, false);
        addClassName("kind-grid");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setAllRowsVisible(true);
        setAriaLabel(Translated.of("resources.column.kind"));
        setPartNameGenerator(row -> row.state() != null && row.state().stale() ? "stale" : null);
        column("kind", "resources.column.kind", "11rem", 2, this::link);
        column("rows", "sync.column.rows", "6.5rem", 0, KindStateGrid::rows);
        column("status", "resources.column.status", "9rem", 1, KindStateGrid::status);
        column("mode", "sync.column.mode", "6.5rem", 0, KindStateGrid::mode);
        column(
                "asof",
                "sync.column.asof",
                "8rem",
                1,
                row -> age(row.state() == null ? null : row.state().asOf()));
        column(
                "full",
                "sync.column.full",
                "8rem",
                1,
                row -> age(row.state() == null ? null : row.state().fullAt()));
        column("removed", "sync.column.removed", "9rem", 1, KindStateGrid::removed);
        WindowFit.follow(this, this::fit);
    }

    void show(ClusterId id, List<Row> rows) {
        cluster = id;
        setItems(rows);
    }

    /** Shows what there is room for. A width of 0 is not known yet. */
    void fit(WindowSize window) {
        boolean narrow = WindowFit.narrow(window);
        List.of("mode", "full", "removed").forEach(key -> getColumnByKey(key).setVisible(!narrow));
    }

    private void column(String key, String header, String width, int grow, SerializableFunction<Row, Component> cell) {
        addComponentColumn(cell::apply)
                .setKey(key)
                .setHeader(Translated.of(header))
                .setWidth(width)
                .setFlexGrow(grow);
    }

    private Component link(Row row) {
        ResourceQuery query = ResourceQuery.of(row.kind().id());
        Anchor link = new Anchor(
                InventoryNavigation.href(cluster == null ? query : query.clusters(Set.of(cluster))),
                row.kind().name());
        link.addClassName("resource-name");
        return link;
    }

    private static Component rows(Row row) {
        if (row.state() == null || row.state().asOf() == null) {
            return unknown(row.state() == null ? "sync.unread" : "sync.never.read");
        }
        return new Span(Translated.of("number", row.state().rows()));
    }

    private static Component status(Row row) {
        if (row.progress() != null && row.progress().result() == null) {
            Span rows = new Span(Translated.of("sync.reading", row.progress().rows()));
            rows.addClassName("secondary");
            return rows;
        }
        if (row.state() == null) {
            return unknown("sync.unread");
        }
        KindState state = row.state();
        String word = Translated.of("inventory.sync.status." + state.status());
        StatusBadge badge = switch (state.status()) {
            case OK ->
                new StatusBadge(
                        state.stale() ? Tone.WARNING : Tone.SUCCESS,
                        state.stale() ? Icon.CLOCK : Icon.CHECK_CIRCLE,
                        state.stale() ? Translated.of("sync.stale") : word);
            case FORBIDDEN -> new StatusBadge(Tone.WARNING, Icon.LOCK, word);
            case ABSENT -> new StatusBadge(Tone.NEUTRAL, Icon.DOT, word);
            case FAILED -> new StatusBadge(Tone.ERROR, Icon.X_CIRCLE, word);
        };
        if (state.failure() != null) {
            badge.setTitle(FailureText.message(state.failure()));
        }
        return badge;
    }

    private static Component mode(Row row) {
        return row.state() == null || row.state().mode() == null
                ? unknown("sync.unread")
                : new Span(Translated.of("inventory.sync.mode." + row.state().mode()));
    }

    private static Component age(@Nullable Instant at) {
        return at == null ? unknown("sync.unread") : new RelativeAge(at);
    }

    private static Component removed(Row row) {
        if (row.state() == null
                || row.state().removedAt() == null
                || row.state().rows() == 0) {
            return new Div();
        }
        Span day = new Span(Times.brief(row.state().removedAt()));
        day.setTitle(Times.exact(row.state().removedAt()));
        return day;
    }

    private static Span unknown(String why) {
        Span unknown = new Span(Translated.of("unknown"));
        unknown.setTitle(Translated.of(why));
        unknown.addClassName("unknown");
        return unknown;
    }
}
