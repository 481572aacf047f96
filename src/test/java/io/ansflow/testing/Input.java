package io.ansflow.testing;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.internal.nodefeature.ElementPropertyMap;
import com.vaadin.flow.internal.nodefeature.PropertyChangeDeniedException;
import java.io.Serializable;

/** What the browser sends when a person fills in a field: only what it may send arrives. */
public final class Input {
    private Input() {}

    public static void type(HasElement field, String text) {
        send(field, "value", text);
    }

    public static void tick(Checkbox box, boolean on) {
        send(box, "checked", on);
    }

    private static void send(HasElement field, String property, Serializable value) {
        try {
            field.getElement()
                    .getNode()
                    .getFeature(ElementPropertyMap.class)
                    .deferredUpdateFromClient(property, value)
                    .run();
        } catch (PropertyChangeDeniedException e) {
            throw new AssertionError("The field takes no input", e);
        }
    }
}
