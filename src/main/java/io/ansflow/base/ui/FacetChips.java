package io.ansflow.base.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** A filter over a property with few values: a button for each, with the number of rows behind it. None pressed means any. */
public class FacetChips<E extends Enum<E>> extends Div {
    private final Map<E, Button> buttons;
    private final Map<E, Span> counts;
    private final Set<E> chosen;
    private final Runnable changed;

    /**
     * @param texts prefix of the keys of the values' texts
     * @param label key of what the filter is called
     * @param changed called when a person presses a button
     */
    public FacetChips(Class<E> type, String texts, String label, Runnable changed) {
        this(type, EnumSet.allOf(type), texts, label, changed);
    }

    /**
     * The same for some of the values.
     *
     * @param offered the values that occur
     */
    public FacetChips(Class<E> type, Set<E> offered, String texts, String label, Runnable changed) {
        this.buttons = new EnumMap<>(type);
        this.counts = new EnumMap<>(type);
        this.chosen = EnumSet.noneOf(type);
        this.changed = changed;
        addClassName("chips");
        getElement().setAttribute("role", "group").setAttribute("aria-label", Translated.of(label));
        offered.stream().sorted().forEach(value -> add(chip(value, Translated.of(texts + value))));
    }

    /** What is pressed. */
    public Set<E> chosen() {
        return Collections.unmodifiableSet(chosen);
    }

    /** Presses these, and no others. */
    public void choose(Set<E> values) {
        chosen.clear();
        chosen.addAll(values);
        buttons.keySet().forEach(this::press);
    }

    /** Shows how many rows are behind each button. */
    public void count(Map<E, Integer> numbers) {
        numbers.forEach((value, number) -> count(value, Translated.of("number", number), number == 0));
    }

    /**
     * The same for one button.
     *
     * @param number in words, as "more than 1,000"; empty if it is not known
     * @param none whether there are none
     */
    public void count(E value, String number, boolean none) {
        Span count = counts.get(value);
        Button button = buttons.get(value);
        if (count != null && button != null) {
            count.setText(number);
            button.setClassName("empty", none);
        }
    }

    private Button chip(E value, String word) {
        Span count = new Span();
        count.addClassName("chip-count");
        Button button = new Button();
        button.setText(word);
        button.setSuffixComponent(count);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("chip");
        button.addClickListener(click -> toggle(value));
        buttons.put(value, button);
        counts.put(value, count);
        press(value);
        return button;
    }

    private void toggle(E value) {
        if (!chosen.remove(value)) {
            chosen.add(value);
        }
        press(value);
        changed.run();
    }

    private void press(E value) {
        Button button = buttons.get(value);
        if (button != null) {
            boolean pressed = chosen.contains(value);
            button.getElement().setAttribute("aria-pressed", Boolean.toString(pressed));
            button.setClassName("pressed", pressed);
        }
    }
}
