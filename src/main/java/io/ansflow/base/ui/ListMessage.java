package io.ansflow.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Takes the place of the list when there is nothing to list, and says what to do. */
public class ListMessage extends Div {
    /**
     * @param key of the texts {@code .title} and {@code .text}
     * @param ways out, such as buttons
     */
    public ListMessage(Icon icon, String key, Component... ways) {
        add(icon.create(), new H2(Translated.of(key + ".title")), new Paragraph(Translated.of(key + ".text")));
        add(ways);
        addClassName("list-message");
    }
}
