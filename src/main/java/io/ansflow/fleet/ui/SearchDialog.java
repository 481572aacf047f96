package io.ansflow.fleet.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.ansflow.base.ui.BackgroundTask;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Translated;
import io.ansflow.fleet.FleetSearch;
import io.ansflow.fleet.FleetSearch.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One field over everything that runs anywhere; what it finds, below it. The arrow keys walk through it. */
class SearchDialog extends Dialog {
    private static final Logger log = LoggerFactory.getLogger(SearchDialog.class);

    private static final int PAUSE_IN_TYPING = 200;
    private static final int LONGEST = 200;
    private static final String TYPED = "element.value";

    private final transient FleetSearch search;
    private final TextField field = new TextField();
    private final Div results = new Div();
    private transient @Nullable BackgroundTask searching;
    private List<Anchor> links = List.of();
    private int place = -1;
    private String searched = "";
    /** Whether the first of what will be found is to be opened. */
    private boolean hurry;

    SearchDialog(FleetSearch search) {
        this.search = search;
        addClassName("search-dialog");
        getElement().setAttribute("aria-label", Translated.of("fleet.search"));
        setTop("8vh");
        setWidth("min(44rem, 94vw)");
        field.setWidthFull();
        field.setPlaceholder(Translated.of("fleet.search.hint"));
        field.setAriaLabel(Translated.of("fleet.search"));
        field.setPrefixComponent(Icon.SEARCH.create());
        field.setClearButtonVisible(true);
        field.setMaxLength(LONGEST);
        field.setAutofocus(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_IN_TYPING);
        field.addValueChangeListener(change -> search(change.getValue()));
        results.addClassName("search-results");
        results.getElement().setAttribute("aria-live", "polite");
        add(field, results);
        say("fleet.search.explained");
        Shortcuts.addShortcutListener(this, () -> walk(1), Key.ARROW_DOWN).listenOn(this);
        Shortcuts.addShortcutListener(this, () -> walk(-1), Key.ARROW_UP).listenOn(this);
        // With what stands in the field: what was typed last may not have been sent yet.
        field.getElement()
                .addEventListener(
                        "keydown",
                        pressed -> enter(pressed.getEventData().get(TYPED).asString()))
                .setFilter("event.key === 'Enter'")
                .addEventData(TYPED);
        addOpenedChangeListener(change -> field.focus());
    }

    private void search(String text) {
        searched = text;
        hurry = false;
        if (searching != null) {
            searching.cancel();
            searching = null;
        }
        if (text.isBlank()) {
            show(List.of());
            say("fleet.search.explained");
            return;
        }
        searching = BackgroundTask.start(this, () -> search.search(text), answer -> found(text, answer), problem -> {
            log.warn("The search failed", problem);
            show(List.of());
            say("fleet.search.failed");
        });
    }

    private void found(String text, Answer answer) {
        searching = null;
        if (answer.isEmpty()) {
            show(List.of());
            say("fleet.search.nothing");
            return;
        }
        SearchHits hits = new SearchHits(text, answer);
        show(hits.links());
        hits.links().forEach(link -> link.getElement().addEventListener("click", click -> close()));
        results.add(hits.groups());
        if (hurry) {
            openFirst();
        }
    }

    private void show(List<Anchor> found) {
        results.removeAll();
        links = found;
        place = -1;
    }

    private void say(String key) {
        Component text = new Paragraph(Translated.of(key));
        text.addClassName("secondary");
        results.add(text);
    }

    /** Before the first stands the field. */
    private void walk(int step) {
        place = Math.clamp(place + step, -1, links.size() - 1);
        if (place < 0) {
            field.focus();
        } else {
            links.get(place).getElement().callJsFunction("focus");
        }
    }

    private void enter(String text) {
        if (!text.equals(searched)) {
            search(text);
        }
        hurry = searching != null;
        if (!hurry) {
            openFirst();
        }
    }

    private void openFirst() {
        if (!links.isEmpty()) {
            links.getFirst().getElement().callJsFunction("click");
        }
    }
}
