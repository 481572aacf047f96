package io.ansflow.base.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks a person to think again. */
public final class Confirmation {
    private Confirmation() {}

    /**
     * Asks, and goes on if the person confirms.
     *
     * @param key of the texts {@code .title}, {@code .text}, {@code .yes} and {@code .no}
     * @param tone {@link Tone#ERROR} where going on takes something away
     */
    public static void ask(String key, Tone tone, Runnable yes) {
        ask(key, tone, yes, () -> {});
    }

    /** The same, with something to do if the person does not confirm. */
    public static void ask(String key, Tone tone, Runnable yes, Runnable no) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(Translated.of(key + ".title"));
        dialog.setText(Translated.of(key + ".text"));
        dialog.setCancelable(true);
        dialog.setCancelText(Translated.of(key + ".no"));
        Button confirm = new Button(Translated.of(key + ".yes"));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        if (tone == Tone.ERROR) {
            confirm.addThemeVariants(ButtonVariant.ERROR);
        }
        dialog.setConfirmButton(confirm);
        dialog.addConfirmListener(event -> yes.run());
        dialog.addCancelListener(event -> no.run());
        dialog.open();
    }
}
