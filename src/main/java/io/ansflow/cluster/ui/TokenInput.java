package io.ansflow.cluster.ui;

import io.ansflow.base.ui.SecretField;
import io.ansflow.kubernetes.auth.AuthField;
import java.util.Optional;

/** Takes a secret of one line, however long, without showing it. */
class TokenInput extends CredentialField {
    private final SecretField input = new SecretField();

    TokenInput(AuthField field, boolean stored, Runnable changed) {
        super(field, stored);
        input.setLabel(label());
        input.setHelperText(help());
        input.setPlaceholder(placeholder());
        input.setRequiredIndicatorVisible(field.required());
        input.setManualValidation(true);
        input.setWidthFull();
        input.getElement().setAttribute("autocomplete", "off");
        input.addValueChangeListener(change -> changed.run());
        add(input);
    }

    @Override
    String value() {
        return input.getValue().strip();
    }

    @Override
    void blame(Optional<String> why) {
        input.setErrorMessage(why.orElse(""));
        input.setInvalid(why.isPresent());
    }

    @Override
    boolean marked() {
        return input.isInvalid();
    }

    @Override
    void focus() {
        input.focus();
    }
}
