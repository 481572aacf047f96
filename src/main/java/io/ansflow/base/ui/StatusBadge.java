package io.ansflow.base.ui;

import com.vaadin.flow.component.html.Span;

/** A status at a glance: icon, word and colour. */
public class StatusBadge extends Span {
    /** @param word already translated */
    public StatusBadge(Tone tone, Icon icon, String word) {
        super(icon.create(), new Span(word));
        addClassNames("badge", tone.className());
    }

    /** The same with a longer explanation for those who point at it. */
    public StatusBadge(Tone tone, Icon icon, String word, String explanation) {
        this(tone, icon, word);
        setTitle(explanation);
    }
}
