package io.ansflow.cluster.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import io.ansflow.base.ui.Translated;
import io.ansflow.kubernetes.auth.AuthField;
import java.util.Optional;

/**
 * Asks for one thing that a method of authentication needs. A stored value is never shown: left empty, it stays; one that
 * the method can do without can be removed.
 */
abstract class CredentialField extends Div {
    private final AuthField field;
    private final boolean stored;
    private final Checkbox remove = new Checkbox(Translated.of("cluster.field.remove"));

    CredentialField(AuthField field, boolean stored) {
        this.field = field;
        this.stored = stored;
        addClassName("credential-field");
    }

    /** The input for a field of this kind. */
    static CredentialField of(AuthField field, boolean stored, Runnable changed) {
        CredentialField input = switch (field.kind()) {
            case TOKEN -> new TokenInput(field, stored, changed);
            case CERTIFICATES, PRIVATE_KEY, KUBECONFIG -> new FileInput(field, stored, changed);
            case CHOICE -> new ChoiceInput(field, stored, changed);
        };
        input.offerRemoval(changed);
        return input;
    }

    AuthField field() {
        return field;
    }

    boolean stored() {
        return stored;
    }

    /** What was entered; empty for nothing. */
    abstract String value();

    /** Marks the field with the reason why its value cannot be used, or with none. */
    abstract void blame(Optional<String> why);

    /** Whether it is marked as one that cannot be used. */
    abstract boolean marked();

    /** Moves the focus here. */
    abstract void focus();

    /** Whether the stored value is to be forgotten. */
    boolean removed() {
        return remove.getValue();
    }

    /** Whether there is nothing here although something is needed. */
    boolean missing() {
        return field.required() && !stored && value().isBlank();
    }

    String label() {
        return Translated.of("auth.field." + field.name() + ".label");
    }

    String help() {
        return Translated.of("auth.field." + field.name() + ".help");
    }

    String placeholder() {
        if (stored) {
            return Translated.of("cluster.field.stored");
        }
        return field.required() ? "" : Translated.of("cluster.field.optional");
    }

    private void offerRemoval(Runnable changed) {
        if (stored && !field.required() && field.kind() != AuthField.Kind.CHOICE) {
            remove.addValueChangeListener(change -> changed.run());
            add(remove);
        }
    }
}
