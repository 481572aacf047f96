package io.ansflow.cluster.ui;

import com.vaadin.flow.component.select.Select;
import io.ansflow.base.ui.Translated;
import io.ansflow.kubernetes.auth.AuthField;
import java.util.List;
import java.util.Optional;

/** Takes one of the values that the rest of the input offers, such as a context of a kubeconfig. */
class ChoiceInput extends CredentialField {
    private final Select<String> input = new Select<>();
    private List<String> choices = List.of();

    ChoiceInput(AuthField field, boolean stored, Runnable changed) {
        super(field, stored);
        input.setLabel(label());
        input.setHelperText(help());
        input.setEmptySelectionAllowed(!field.required());
        input.setEmptySelectionCaption(Translated.of("cluster.field.choice.default"));
        input.setRequiredIndicatorVisible(field.required());
        input.setManualValidation(true);
        input.setWidthFull();
        input.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.run();
            }
        });
        offer(List.of());
        add(input);
    }

    /** Lets one of these be chosen; a choice that is still on offer stays. */
    void offer(List<String> offered) {
        if (!offered.equals(choices)) {
            String chosen = value();
            choices = List.copyOf(offered);
            input.setItems(choices);
            if (choices.contains(chosen)) {
                input.setValue(chosen);
            }
        }
        input.setEnabled(!choices.isEmpty());
        input.setPlaceholder(stored() ? placeholder() : Translated.of("cluster.field.choice.none"));
    }

    @Override
    String value() {
        return input.getOptionalValue().orElse("");
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
