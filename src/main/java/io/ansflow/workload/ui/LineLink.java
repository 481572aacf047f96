package io.ansflow.workload.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import io.ansflow.base.ui.Translated;
import java.util.function.IntConsumer;

/** Names a line of a text, and leads there. */
class LineLink extends Button {
    LineLink(int line, IntConsumer goTo) {
        this(line, 0, goTo);
    }

    /** @param column 0 for the line as a whole */
    LineLink(int line, int column, IntConsumer goTo) {
        setText(
                column == 0
                        ? Translated.of("workload.line", line)
                        : Translated.of("workload.lineAndColumn", line, column));
        addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        addClickListener(click -> goTo.accept(line));
        addClassName("line-link");
    }
}
