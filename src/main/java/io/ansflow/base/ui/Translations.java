package io.ansflow.base.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.ansflow.base.Messages;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Serves the views' texts from the application's {@link Messages}. */
@Component
class Translations implements I18NProvider {
    private final transient Messages messages;

    Translations(Messages messages) {
        this.messages = messages;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Messages.LANGUAGES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        return messages.get(locale, key, arguments);
    }
}
