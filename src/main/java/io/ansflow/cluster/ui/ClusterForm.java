package io.ansflow.cluster.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextFieldBase;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.ClusterDraft;
import io.ansflow.kubernetes.auth.AuthMethods;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that a person says about a cluster. */
class ClusterForm extends Div {
    private final GeneralFields general;
    private final ConnectionFields connection;
    private transient Runnable connectionEdited = () -> {};
    private boolean dirty;

    /** @param existing the cluster to change, or null for a new one */
    ClusterForm(AuthMethods methods, @Nullable Cluster existing) {
        this.general = new GeneralFields(existing, () -> dirty = true);
        this.connection = new ConnectionFields(methods, existing, this::connectionEdited);
        add(section("cluster.form.general", general), section("cluster.form.connection", connection));
        addClassName("cluster-form");
    }

    /** @param listener told when a person changes how to get into the cluster, unlike what it is called */
    void onConnectionEdited(Runnable listener) {
        connectionEdited = listener;
    }

    /** Whether a person changed anything. */
    boolean dirty() {
        return dirty;
    }

    /** What was entered; empty if something is missing or cannot be used, which is then marked. */
    Optional<ClusterDraft> draft() {
        boolean named = general.checkName();
        boolean connectable = connection.check();
        if (!named) {
            general.name.focus();
            return Optional.empty();
        }
        if (!connectable) {
            connection.focusMarked();
            return Optional.empty();
        }
        return Optional.of(new ClusterDraft(
                general.name.getValue(),
                general.description.getValue().strip(),
                general.type.getValue(),
                general.environment.getValue(),
                general.defaultNamespace.getValue(),
                general.defaultCluster.getValue(),
                connection.server(),
                connection.method.getValue().id(),
                connection.values(),
                connection.tls.verified()));
    }

    /** Marks a field with the reason why its value was refused; false if there is no such field to be seen. */
    boolean blame(String field, String why) {
        Map<String, TextFieldBase<?, String>> texts = Map.of(
                "name", general.name,
                "description", general.description,
                "defaultNamespace", general.defaultNamespace);
        TextFieldBase<?, String> text = texts.get(field);
        if (text != null) {
            text.setErrorMessage(why);
            text.setInvalid(true);
            text.focus();
            return true;
        }
        if (field.equals(ConnectionFields.SERVER) && connection.server.isVisible()) {
            connection.blameServer(why);
            connection.server.focus();
            return true;
        }
        Optional<CredentialField> credential = connection
                .credentials()
                .filter(input -> input.field().name().equals(field))
                .findFirst();
        credential.ifPresent(input -> {
            input.blame(Optional.of(why));
            input.focus();
        });
        return credential.isPresent();
    }

    private void connectionEdited() {
        dirty = true;
        connectionEdited.run();
    }

    private static Section section(String title, Component content) {
        Section section = new Section(new H2(Translated.of(title)), content);
        section.addClassName("form-section");
        return section;
    }
}
