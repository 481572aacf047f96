package io.ansflow.base.ui;

import com.vaadin.flow.component.textfield.PasswordField;
import java.util.Map;

/** Takes a secret. The button that shows it is called by a name in the reader's language, also to screen readers. */
public class SecretField extends PasswordField {
    public SecretField() {
        getElement().setPropertyMap("i18n", Map.of("reveal", Translated.of("secret.reveal")));
    }

    /** @param label already translated */
    public SecretField(String label) {
        this();
        setLabel(label);
    }
}
