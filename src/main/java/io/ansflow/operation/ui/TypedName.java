package io.ansflow.operation.ui;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

/** Has a person type the name of what a change is about, so that it is not done by a slip. */
public class TypedName extends TextField {
    private final String wanted;

    /** @param typed called with every letter */
    public TypedName(String label, String wanted, Runnable typed) {
        super(label);
        this.wanted = wanted;
        setWidthFull();
        setManualValidation(true);
        setValueChangeMode(ValueChangeMode.EAGER);
        getElement().setAttribute("autocomplete", "off");
        addValueChangeListener(change -> {
            setInvalid(false);
            typed.run();
        });
    }

    /** Whether the name stands there as it is. */
    public boolean matches() {
        return getValue().equals(wanted);
    }
}
