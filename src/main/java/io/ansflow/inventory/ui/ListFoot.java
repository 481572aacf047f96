package io.ansflow.inventory.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Span;
import io.ansflow.base.ui.Translated;
import io.ansflow.inventory.Count;

/** How many resources there are, and the ways to the ends of a list that is too long to scroll through. */
public class ListFoot extends Footer {
    private final Span count = new Span();
    private final Button start;
    private final Button earlier;
    private final Button end;

    public ListFoot(Runnable toStart, Runnable toEarlier, Runnable toEnd) {
        addClassName("list-foot");
        count.getElement().setAttribute("aria-live", "polite");
        start = button("resources.start", toStart);
        earlier = button("resources.earlier", toEarlier);
        end = button("resources.end", toEnd);
        add(count, start, earlier, end);
    }

    /** It is being counted. */
    public void counting() {
        count.setText(Translated.of("resources.counting"));
    }

    public void show(Count all) {
        count.setText(Translated.of("resources.count", ResourceCounts.words(all)));
        boolean scrollable = !all.exact() || all.value() > ResourceWindow.PAGE;
        end.setEnabled(scrollable);
    }

    /** Nobody could count them. */
    public void unknown() {
        count.setText(Translated.of("unknown"));
    }

    /** Whether the list begins with the first of all, or further on. */
    public void moved(boolean moved) {
        start.setEnabled(moved);
        earlier.setEnabled(moved);
    }

    private static Button button(String key, Runnable action) {
        Button button = new Button(Translated.of(key), click -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }
}
