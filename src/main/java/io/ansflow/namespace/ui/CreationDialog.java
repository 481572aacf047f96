package io.ansflow.namespace.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.ansflow.base.ui.Translated;
import java.util.List;

/** Shows once more in which clusters a namespace is about to be created, and which of them would refuse. */
class CreationDialog extends Dialog {
    CreationDialog(String name, List<Rehearsal> rehearsals, Runnable yes) {
        setHeaderTitle(Translated.of("namespace.form.confirm.title", name));
        setWidth("34rem");
        setCloseOnOutsideClick(false);
        Div where = new Div();
        where.addClassName("rehearsals");
        rehearsals.forEach(rehearsal -> where.add(RehearsalPanel.card(rehearsal)));
        boolean refused =
                rehearsals.stream().anyMatch(rehearsal -> rehearsal.refusal().isPresent());
        if (refused) {
            where.add(new Paragraph(Translated.of("namespace.form.confirm.refused")));
        }
        Button confirm = new Button(Translated.of("namespace.form.confirm.yes", rehearsals.size()), click -> {
            close();
            yes.run();
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        // A second click that was under way would create it a second time.
        confirm.setDisableOnClick(true);
        add(where);
        getFooter().add(new Button(Translated.of("operation.dialog.cancel"), click -> close()), confirm);
    }
}
