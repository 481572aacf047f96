package io.ansflow.workload.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Translated;

/** Looks for words in what is on the screen, and goes from hit to hit. */
class LogSearch extends Div {
    private static final int MOST_LETTERS = 200;

    private final LogScreen screen;
    private final TextField words = new TextField();
    private final Span count = new Span();
    private final Button above = button(Icon.CHEVRON, "workload.logs.above", -1);
    private final Button below = button(Icon.CHEVRON, "workload.logs.below", 1);

    LogSearch(LogScreen screen) {
        this.screen = screen;
        words.setPlaceholder(Translated.of("workload.logs.search"));
        words.setAriaLabel(Translated.of("workload.logs.search"));
        words.setPrefixComponent(Icon.SEARCH.create());
        words.setClearButtonVisible(true);
        words.setMaxLength(MOST_LETTERS);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addValueChangeListener(change -> {
            screen.search(change.getValue());
            refresh();
        });
        words.addKeyPressListener(Key.ENTER, press -> go(press.getModifiers().contains(KeyModifier.SHIFT) ? 1 : -1));
        count.addClassName("secondary");
        count.getElement().setAttribute("aria-live", "polite");
        above.addClassName("log-above");
        addClassName("log-search");
        add(words, above, below, count);
        refresh();
    }

    /** Tells how many hits there are by now. */
    void refresh() {
        boolean some = screen.hits() > 0;
        above.setEnabled(some);
        below.setEnabled(some);
        count.setText(words.getValue().isBlank() ? "" : found());
    }

    private String found() {
        if (screen.hits() >= LogScreen.MOST_HITS) {
            return Translated.of("workload.logs.hits.many", screen.hits());
        }
        return screen.current() < 0
                ? Translated.of("workload.logs.hits", screen.hits())
                : Translated.of("workload.logs.hit", screen.current() + 1, screen.hits());
    }

    private void go(int step) {
        screen.go(step);
        refresh();
    }

    private Button button(Icon icon, String key, int step) {
        Button button = new Button(icon.create(), click -> go(step));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(Translated.of(key));
        button.setTooltipText(Translated.of(key));
        return button;
    }
}
