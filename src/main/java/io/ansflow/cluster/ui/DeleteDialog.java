package io.ansflow.cluster.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.ansflow.base.ui.Notifications;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.Clusters;
import io.ansflow.cluster.InvalidCluster;
import java.util.NoSuchElementException;

/** Asks for the name of the cluster to delete, so that nobody deletes the wrong one by a click. */
class DeleteDialog extends Dialog {
    private final transient Cluster cluster;
    private final transient Clusters clusters;
    private final TextField name = new TextField();

    DeleteDialog(Cluster cluster, Clusters clusters) {
        this.cluster = cluster;
        this.clusters = clusters;
        setHeaderTitle(Translated.of("cluster.delete.title", cluster.name()));
        setWidth("30rem");
        Div which = new Div(ClusterBadges.environment(cluster.environment()), new AddressCell(cluster));
        which.addClassName("delete-which");
        if (cluster.simulated()) {
            which.addComponentAsFirst(ClusterBadges.simulated());
        }
        Button delete = new Button(Translated.of("cluster.delete.confirm"), click -> delete());
        delete.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        delete.setEnabled(false);
        name.setLabel(Translated.of("cluster.delete.name", cluster.name()));
        name.setWidthFull();
        name.setManualValidation(true);
        name.setAutofocus(true);
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.getElement().setAttribute("autocomplete", "off");
        name.addValueChangeListener(change -> delete.setEnabled(cluster.name().equals(change.getValue())));
        name.addKeyPressListener(Key.ENTER, press -> {
            if (delete.isEnabled()) {
                delete();
            }
        });
        add(which, new Paragraph(Translated.of("cluster.delete.text")), name);
        getFooter().add(new Button(Translated.of("cluster.delete.cancel"), click -> close()), delete);
    }

    private void delete() {
        try {
            clusters.delete(cluster.id(), name.getValue());
            close();
            Notifications.success(Translated.of("cluster.delete.done", cluster.name()));
        } catch (InvalidCluster e) {
            name.setErrorMessage(Translated.of(e.text()));
            name.setInvalid(true);
        } catch (NoSuchElementException e) {
            close();
            Notifications.warning(Translated.of("cluster.gone"));
        }
    }
}
