package io.ansflow.operation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;

/** Asks a person to look again at which cluster it is. */
public class ClusterConfirmation extends Dialog {
    /**
     * @param key of the texts {@code .title} and {@code .yes}
     * @param what is about to happen
     */
    public ClusterConfirmation(String key, Cluster cluster, String what, Runnable yes) {
        setHeaderTitle(Translated.of(key + ".title", cluster.name()));
        setWidth("30rem");
        Button confirm = new Button(Translated.of(key + ".yes"), click -> {
            close();
            yes.run();
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Whereabouts(cluster), new Paragraph(what));
        getFooter().add(new Button(Translated.of("operation.dialog.cancel"), click -> close()), confirm);
    }
}
