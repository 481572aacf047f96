package io.ansflow.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import io.ansflow.base.Messages;
import java.util.Locale;

/** Switches to the other language, and says so in that language. The page is made anew. */
public class LanguageSwitch extends Button {
    public LanguageSwitch() {
        super(Icon.LANGUAGE.create());
        addThemeVariants(ButtonVariant.TERTIARY);
        setText(getTranslation("language.other"));
        setAriaLabel(getTranslation("language.switch"));
        addClickListener(click -> switchTo(other()));
    }

    private Locale other() {
        boolean english = Messages.supported(getLocale()).equals(Messages.ENGLISH);
        return english ? Messages.CHINESE : Messages.ENGLISH;
    }

    private static void switchTo(Locale language) {
        Preferences.rememberLanguage(language);
        UI ui = UI.getCurrent();
        ui.getSession().setLocale(language);
        ui.getPage().reload();
    }
}
