package io.ansflow.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.page.WindowSize;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.signals.Signal;

/** Lets lists show what the browser's window has room for. */
public final class WindowFit {
    /** In pixels of CSS, as in the style sheets. */
    private static final int NARROW_BELOW = 700;

    private WindowFit() {}

    /** Tells of the window's size, and of every other that it takes, as long as the component is attached. */
    public static void follow(Component component, SerializableConsumer<WindowSize> fit) {
        component.addAttachListener(event -> {
            Signal<WindowSize> window = event.getUI().getPage().windowSizeSignal();
            Signal.effect(component, () -> fit.accept(window.get()));
        });
    }

    /** Whether there is no room for columns, as on a telephone. A width of 0 is not known yet. */
    public static boolean narrow(WindowSize window) {
        return window.width() > 0 && window.width() < NARROW_BELOW;
    }
}
