package io.ansflow.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.WindowSize;
import com.vaadin.flow.function.SerializableFunction;
import io.ansflow.audit.AuditEntry;
import io.ansflow.audit.AuditEntry.Outcome;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.RelativeAge;
import io.ansflow.base.ui.StatusBadge;
import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.base.ui.WindowFit;
import java.util.ArrayList;
import java.util.List;

/** Entries, one below the other. */
class AuditGrid extends Grid<AuditEntry> {
    private final List<Column<AuditEntry>> columns = new ArrayList<>();
    private final Column<AuditEntry> card;

    AuditGrid() {
        super(AuditEntry.class, false);
        addClassName("audit-grid");
        addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
        setSelectionMode(SelectionMode.NONE);
        setAriaLabel(Translated.of("audit.title"));
        column("time", "8rem", 0, entry -> new RelativeAge(entry.begunAt()));
        column("actor", "9rem", 1, entry -> new Span(entry.actor()));
        column("action", "12rem", 2, AuditGrid::action);
        column("cluster", "9rem", 1, AuditGrid::cluster);
        column("outcome", "12rem", 2, AuditGrid::outcome);
        card = addComponentColumn(AuditGrid::card).setKey("card");
        fit(new WindowSize(0, 0));
        WindowFit.follow(this, this::fit);
    }

    /** Shows columns, or cards where there is no room for columns. A width of 0 is not known yet. */
    void fit(WindowSize window) {
        boolean cards = WindowFit.narrow(window);
        columns.forEach(column -> column.setVisible(!cards));
        card.setVisible(cards);
        setClassName("cards", cards);
    }

    private void column(String key, String width, int grow, SerializableFunction<AuditEntry, Component> cell) {
        columns.add(addComponentColumn(cell::apply)
                .setKey(key)
                .setHeader(Translated.of("audit.column." + key))
                .setWidth(width)
                .setFlexGrow(grow));
    }

    private static Component card(AuditEntry entry) {
        Div head = new Div(action(entry), outcome(entry));
        head.addClassName("audit-card-head");
        Div foot = new Div(new Span(entry.actor()), cluster(entry), new RelativeAge(entry.begunAt()));
        foot.addClassNames("secondary", "audit-card-foot");
        return new Div(head, foot);
    }

    private static Component action(AuditEntry entry) {
        Div cell = new Div(new Span(Translated.of("audit.action." + entry.action())));
        cell.addClassName("cell");
        Span target = new Span(entry.target());
        target.addClassName("mono");
        Span details = new Span(entry.details());
        details.addClassName("secondary");
        cell.add(target, details);
        return cell;
    }

    private static Component cluster(AuditEntry entry) {
        String name = entry.clusterName();
        return new Span(name == null ? "" : name);
    }

    private static Component outcome(AuditEntry entry) {
        Div cell = new Div(badge(entry.outcome()));
        cell.addClassName("cell");
        if (entry.why() != null) {
            cell.add(new Span(Translated.of(entry.why())));
        }
        return cell;
    }

    private static StatusBadge badge(Outcome outcome) {
        String word = Translated.of("audit.outcome." + outcome);
        return switch (outcome) {
            case STARTED ->
                new StatusBadge(Tone.WARNING, Icon.QUESTION, word, Translated.of("audit.outcome.STARTED.explanation"));
            case SUCCEEDED -> new StatusBadge(Tone.SUCCESS, Icon.CHECK_CIRCLE, word);
            case FAILED -> new StatusBadge(Tone.ERROR, Icon.X_CIRCLE, word);
        };
    }
}
