package io.ansflow.operation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.Tooltip;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.ui.FailureText;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.operation.Permission;

/** A button that, where it cannot be pressed, says why to those who point at it or come to it by the keyboard. */
public class ActionButton extends Span {
    private final Button button = new Button();
    private final Tooltip reason = Tooltip.forComponent(this);

    public ActionButton(Icon icon, String text, Runnable pressed) {
        button.setIcon(icon.create());
        button.setText(text);
        button.addThemeVariants(ButtonVariant.SMALL);
        button.addClickListener(click -> pressed.run());
        addClassName("action-button");
        add(button);
    }

    /** What it does by now. */
    public void name(Icon icon, String text) {
        button.setIcon(icon.create());
        button.setText(text);
    }

    /** Why it cannot be pressed; empty if it can. */
    public String reason() {
        String text = reason.getText();
        return text == null ? "" : text;
    }

    /** What the cluster says. What is not known shows when it is tried. */
    public void permit(Permission permission) {
        switch (permission) {
            case Permission.Denied(var why) -> deny(Translated.of(why));
            case Permission.Granted _, Permission.Unknown _ -> allow();
        }
    }

    /** It cannot be told what pressing would do. */
    public void deny(ClusterFailure failure) {
        deny(FailureText.message(failure));
    }

    /** Not now, for no reason that would help anybody. */
    public void hold(boolean waiting) {
        button.setEnabled(!waiting);
    }

    private void allow() {
        button.setEnabled(true);
        reason.setText(null);
        getElement().removeAttribute("tabindex");
    }

    private void deny(String why) {
        button.setEnabled(false);
        reason.setText(why);
        getElement().setAttribute("tabindex", "0");
    }
}
