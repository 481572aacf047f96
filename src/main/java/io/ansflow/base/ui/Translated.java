package io.ansflow.base.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.ansflow.base.Text;

/** Texts in the reader's language. */
public final class Translated {
    private Translated() {}

    public static String of(Text text) {
        return of(text.key(), text.arguments().toArray());
    }

    /** The text of a key of the {@linkplain io.ansflow.base.Messages message bundles}. */
    public static String of(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
