package io.ansflow.base.ui;

import com.vaadin.flow.component.html.Span;

/** Words that stand back behind those beside them. */
public class SecondaryText extends Span {
    public SecondaryText(String text) {
        super(text);
        addClassName("secondary");
    }
}
