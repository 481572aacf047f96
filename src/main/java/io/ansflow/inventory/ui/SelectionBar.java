package io.ansflow.inventory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.ansflow.base.ui.Translated;
import java.util.List;

/** How many rows are selected, and what can be done to all of them. */
class SelectionBar extends Div {
    private final Span count = new Span();
    private final Div actions = new Div();

    /** @param clear called when the person wants none selected */
    SelectionBar(Runnable clear) {
        addClassName("selection-bar");
        getElement().setAttribute("role", "group").setAttribute("aria-label", Translated.of("resources.selection"));
        count.getElement().setAttribute("aria-live", "polite");
        actions.addClassName("selection-actions");
        Button none = new Button(Translated.of("resources.selection.clear"), click -> clear.run());
        none.addThemeVariants(ButtonVariant.TERTIARY);
        add(count, actions, none);
        setVisible(false);
    }

    void offer(List<Component> offered) {
        actions.removeAll();
        actions.add(offered);
    }

    void show(int selected) {
        count.setText(Translated.of("resources.selection.count", selected));
        setVisible(selected > 0);
    }
}
