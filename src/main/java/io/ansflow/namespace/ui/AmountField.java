package io.ansflow.namespace.ui;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.ansflow.base.Text;
import io.ansflow.base.ui.Translated;
import io.ansflow.kubernetes.object.Quantity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes an amount as clusters write it, or nothing; says while typing what is none. */
class AmountField extends TextField {
    private final boolean whole;

    /**
     * @param label already translated
     * @param example what an amount looks like
     * @param whole whether only whole numbers make sense
     * @param changed called when a person changed it
     */
    AmountField(String label, String example, boolean whole, Runnable changed) {
        super(label);
        this.whole = whole;
        setPlaceholder(example);
        setClearButtonVisible(true);
        setManualValidation(true);
        setValueChangeMode(ValueChangeMode.EAGER);
        getElement().setAttribute("autocomplete", "off");
        addValueChangeListener(change -> {
            check();
            if (change.isFromClient()) {
                changed.run();
            }
        });
    }

    /** The amount; null if there is none, or none that can be read. */
    @Nullable
    Quantity amount() {
        return Quantity.parse(getValue().strip()).orElse(null);
    }

    void amount(@Nullable Quantity amount) {
        setValue(amount == null ? "" : amount.text());
    }

    /** Marks what is no amount; whether there is nothing to mark. */
    boolean check() {
        Optional<Text> problem = problem();
        setErrorMessage(problem.map(Translated::of).orElse(""));
        setInvalid(problem.isPresent());
        return problem.isEmpty();
    }

    private Optional<Text> problem() {
        String text = getValue().strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Quantity> amount = Quantity.parse(text);
        if (amount.isEmpty()) {
            return Optional.of(Text.of(whole ? "namespace.quota.whole" : "namespace.amount.syntax"));
        }
        if (amount.get().value().signum() < 0) {
            return Optional.of(Text.of("namespace.quota.negative"));
        }
        boolean broken = whole && amount.get().value().stripTrailingZeros().scale() > 0;
        return broken ? Optional.of(Text.of("namespace.quota.whole")) : Optional.empty();
    }
}
