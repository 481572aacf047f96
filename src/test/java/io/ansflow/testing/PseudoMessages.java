package io.ansflow.testing;

import io.ansflow.base.Messages;
import java.util.Locale;

/** The application's texts, which can be put in brackets, to tell them from what was never translated. */
public class PseudoMessages extends Messages {
    public static final char OPEN = '⟦';
    public static final char CLOSE = '⟧';

    private boolean bracketed;

    /** From now on every text stands in brackets, or no text does. */
    public void bracket(boolean on) {
        bracketed = on;
    }

    @Override
    public String get(Locale locale, String key, Object... arguments) {
        String text = super.get(locale, key, arguments);
        return bracketed ? OPEN + text + CLOSE : text;
    }
}
