package io.ansflow.base.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;

/** Short messages about what just happened. Texts come translated. */
public final class Notifications {
    private static final int MILLIS = 5_000;

    private Notifications() {}

    public static void success(String text) {
        show(Tone.SUCCESS, Icon.CHECK, text, MILLIS);
    }

    public static void warning(String text) {
        show(Tone.WARNING, Icon.WARNING, text, 2 * MILLIS);
    }

    /** Stays until it is closed. */
    public static void error(String text) {
        show(Tone.ERROR, Icon.X_CIRCLE, text, 0);
    }

    private static void show(Tone tone, Icon icon, String text, int millis) {
        Notification notification = new Notification();
        notification.setPosition(Position.BOTTOM_END);
        notification.setDuration(millis);
        Button close = new Button(Icon.CLOSE.create(), click -> notification.close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel(close.getTranslation("notification.close"));
        Div content = new Div(icon.create(), new Span(text), close);
        content.addClassNames("notice", tone.className());
        notification.add(content);
        notification.getElement().setAttribute("role", "alert");
        notification.open();
    }
}
