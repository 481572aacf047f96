package io.ansflow.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** Names and values, one below the other. */
public class PropertyList extends Div {
    /** @param title key of the text above them */
    public PropertyList(String title) {
        Span heading = new Span(Translated.of(title));
        heading.addClassName("properties-title");
        add(heading);
        addClassName("properties-section");
    }

    /**
     * Adds a value, of which null is one that is not known.
     *
     * @param label key of the name
     */
    public void put(String label, @Nullable String value) {
        put(label, new Span(value == null ? Translated.of("unknown") : value));
    }

    /** The same with a value that is more than a text. */
    public void put(String label, Component value) {
        putAs(Translated.of(label), value);
    }

    /** The same with a name that is not translated, as those that clusters give. */
    public void putAs(String name, Component value) {
        Span label = new Span(name);
        label.addClassName("secondary");
        Div text = new Div(value);
        text.addClassName("property-value");
        Div row = new Div(label, text);
        row.addClassName("property");
        add(row);
    }
}
