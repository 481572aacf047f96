package io.ansflow.cluster.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import io.ansflow.base.ui.Confirmation;
import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;

/** TLS verification: on, unless a person insists; and then it says so in red for as long as it is off. */
class TlsSwitch extends Div {
    private final Checkbox verify = new Checkbox(Translated.of("cluster.field.verifyTls"));
    private final Runnable changed;

    TlsSwitch(boolean verified, Runnable changed) {
        this.changed = changed;
        verify.setValue(verified);
        verify.setHelperText(Translated.of("cluster.field.verifyTls.help"));
        verify.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                asked(change.getValue());
            }
        });
        addClassName("tls-switch");
        show();
    }

    boolean verified() {
        return verify.getValue();
    }

    private void asked(boolean wanted) {
        if (wanted) {
            decide(true);
            return;
        }
        verify.setValue(true);
        Confirmation.ask("cluster.insecure.confirm", Tone.ERROR, () -> decide(false));
    }

    private void decide(boolean verified) {
        verify.setValue(verified);
        show();
        changed.run();
    }

    private void show() {
        removeAll();
        add(verify);
        setClassName("off", !verified());
        setClassName(Tone.ERROR.className(), !verified());
        if (!verified()) {
            add(ClusterBadges.insecure());
        }
    }
}
